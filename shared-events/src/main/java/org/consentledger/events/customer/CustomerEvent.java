package org.consentledger.events.customer;

import org.consentledger.events.AboutCustomer;

/** A fact in the life of one customer. */
public sealed interface CustomerEvent extends AboutCustomer
        permits CustomerLeft,
                DepartureAnnulled,
                LegalHoldPlaced,
                LegalHoldReleased,
                ErasureRequested,
                PersonalDataErased {}
