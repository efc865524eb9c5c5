package org.consentledger.console.privacy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a request, as somebody took it in the form; which fields there are depends on the step.
 *
 * @param step as the query side names it
 * @param amount in yen
 */
record Step(
        String step,
        @Nullable String outcome,
        @Nullable String said,
        @Nullable Long amount,
        @Nullable Boolean paid) {

    /** Which the query side never names as the next one: when a suspension of use is lifted, is for the organisation to say. */
    private static final String LIFTING = "LIFTING";

    /** The last part of the address that takes it. */
    String address() {
        return switch (step) {
            case "IDENTITY_CHECK" -> "identity-check";
            case "FEE" -> "fee";
            case "DECISION" -> "decision";
            case LIFTING -> "lifting";
            default -> "completion";
        };
    }

    Map<String, Object> body() {
        return switch (step) {
            case "IDENTITY_CHECK" -> Map.of("outcome", text(outcome), "method", text(said));
            case "FEE" -> fee(Objects.requireNonNullElse(amount, 0L));
            case "DECISION" -> Map.of("outcome", text(outcome), "reason", text(said));
            case LIFTING -> Map.of("reason", text(said));
            default -> Map.of();
        };
    }

    /** Nothing is settled where nothing is due. */
    private Map<String, Object> fee(long yen) {
        return Map.of("paid", yen == 0 || Boolean.TRUE.equals(paid), "amount", yen, "currency", "JPY");
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
