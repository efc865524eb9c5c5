package org.consentledger.ledger.personal;

/** The customer's personal data were erased, so nothing more is recorded of him; nothing was stored now. */
public final class CustomerErased extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CustomerErased(String customerId) {
        super("customer " + customerId + " is erased");
    }
}
