package org.consentledger.events;

import java.util.List;
import java.util.Optional;

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

    /** All streams that a standing, or a permission, of one customer with one terms document may rest on. */
    public static List<String> ofStanding(TermsId termsId, CustomerId customerId) {
        return List.of(terms(termsId), agreement(termsId, customerId), customer(customerId), requests(customerId));
    }

    /** All that a customer asked about his own data. */
    public static String requests(CustomerId customerId) {
        return "requests:" + customerId;
    }

    /** All that was provided to third parties of a customer's data. */
    public static String thirdParties(CustomerId customerId) {
        return "thirdparty:" + customerId;
    }

    /** Whose stream it is; empty for one of terms, of keys or of the ledger itself. */
    public static Optional<CustomerId> customerOf(String aggregateId) {
        var parts = aggregateId.split(":", 2);
        return switch (parts[0]) {
            case "customer", "requests", "thirdparty" -> Optional.of(new CustomerId(parts[1]));
            case "agreement" -> Optional.of(new CustomerId(parts[1].substring(parts[1].indexOf(':') + 1)));
            default -> Optional.empty();
        };
    }
}
