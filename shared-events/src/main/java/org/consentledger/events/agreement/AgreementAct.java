package org.consentledger.events.agreement;

import org.consentledger.events.Act;

/** An act of a customer towards one terms document. */
public sealed interface AgreementAct extends AgreementEvent, Act
        permits EditionAccepted, EditionRefused, ConsentGiven, ConsentRefused, ConsentWithdrawn {}
