package org.consentledger.events;

/**
 * The identifiers under which aggregates stand in the ledger. The kind comes first, so that ids of different kinds
 * never collide. They are stored: none of these forms may change.
 */
public final class AggregateIds {
    private AggregateIds() {}

    public static String terms(TermsId termsId) {
        return "terms:" + termsId;
    }

    /** What the ids of all agreements on these terms begin with. */
    public static String agreements(TermsId termsId) {
        return "agreement:" + termsId + ":";
    }

    /** The terms come first, since their ids hold no colon while a customer's may. */
    public static String agreement(TermsId termsId, CustomerId customerId) {
        return agreements(termsId) + customerId;
    }

    public static String customer(CustomerId customerId) {
        return "customer:" + customerId;
    }
}
