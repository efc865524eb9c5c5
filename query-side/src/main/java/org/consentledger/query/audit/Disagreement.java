package org.consentledger.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.consentledger.query.facts.FactRow;
import org.jspecify.annotations.Nullable;

/**
 * Where the projection says something else than the ledger, about one customer with one terms document.
 *
 * @param termsId {@code null} for what counts for all terms
 * @param customerId {@code null} for what is about the terms, and so about all customers
 * @param count of the differences
 * @param differences the first twenty, in ledger order
 */
public record Disagreement(
        @Nullable String termsId, @Nullable String customerId, long count, List<Difference> differences) {

    public Disagreement {
        differences = List.copyOf(differences);
    }

    /** What is wrong with a row of the projection. */
    public enum What {
        /** The ledger has the fact, the projection does not. */
        MISSING,
        /** Both have it and say something else of it. */
        CHANGED,
        /** The projection has it, the ledger does not, or not as it was recorded. */
        INVENTED
    }

    /**
     * One fact on which they differ.
     *
     * @param position leaf index of its event
     * @param ledger what the ledger says; {@code null} where it has no such fact
     * @param projection what the projection says; {@code null} where it has no such fact
     */
    public record Difference(
            What what,
            long position,
            @Nullable Said ledger,
            @Nullable Said projection) {}

    /** A fact as one of the two has it. */
    public record Said(
            String eventId,
            Instant recordedAt,
            String kind,
            @JsonRawValue String fact) {
        static @Nullable Said of(@Nullable FactRow row) {
            return row == null
                    ? null
                    : new Said(row.leaf().eventId(), row.leaf().recordedAt(), row.kind(), row.fact());
        }
    }
}
