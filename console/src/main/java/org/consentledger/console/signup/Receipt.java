package org.consentledger.console.signup;

/** What the customer answered last in this session, and the record of it. */
record Receipt(Recorded record, boolean accepted) {
    /** Under which the session keeps it: no address of a page names a customer's answer. */
    static final String KEPT = "signup-receipt";
}
