package org.consentledger.ledger.export;

/** The ledger cannot be exported there, or not as it is; what was written so far stays and claims nothing. */
public final class ExportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportRefused(String why) {
        super(why);
    }
}
