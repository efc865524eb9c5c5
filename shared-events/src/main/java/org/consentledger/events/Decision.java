package org.consentledger.events;

/** What a person decided on one voluntary purpose of use when it was asked. Silence is neither. */
public enum Decision {
    GIVEN,
    REFUSED
}
