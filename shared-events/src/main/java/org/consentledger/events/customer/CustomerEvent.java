package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;

/** A fact in the life of one customer. */
public sealed interface CustomerEvent permits CustomerLeft, DepartureAnnulled {
    CustomerId customerId();
}
