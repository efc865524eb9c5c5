package org.consentledger.query.audit;

/** There is nothing that could be audited. */
public final class AuditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditRefused(String why) {
        super(why);
    }
}
