package org.consentledger.ledger.append;

/** What is stored upstream is not what was followed, or nothing that can be; an operator must look. */
public final class UpstreamDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UpstreamDamaged(String why) {
        super(why);
    }

    public UpstreamDamaged(String why, Throwable cause) {
        super(why, cause);
    }
}
