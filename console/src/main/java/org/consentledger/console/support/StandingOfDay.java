package org.consentledger.console.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stood with terms on a day, as the query side tells it; as far as the page shows it. All times UTC.
 *
 * @param next where the parts that follow are had; {@code null} at the end of the day
 */
record StandingOfDay(
        String customerId,
        String termsId,
        LocalDate on,
        String timeZone,
        String knownAt,
        List<Part> parts,
        @Nullable String next,
        long ledgerSize) {
    /** More would not be read; the history has them all. */
    private static final int REASONS = 20;

    /** A part of the day, half-open, throughout which the answer is the same. */
    record Part(
            Instant from,
            Instant until,
            @Nullable Edition edition,
            Binding binding,
            List<Purpose> purposes,
            List<Due> due,
            List<Because> because) {
        /** The first ones: a customer may have refused one edition any number of times. */
        public List<Because> firstReasons() {
            return because.subList(0, Math.min(because.size(), REASONS));
        }

        /** How many there are besides. */
        public int furtherReasons() {
            return because.size() - firstReasons().size();
        }
    }

    record Edition(int number, String label, Instant effectiveFrom, String digest) {}

    record Binding(
            String mode, @Nullable Instant since, @Nullable String recordId) {}

    record Purpose(
            String purposeId,
            String title,
            String provision,
            String mode,
            @Nullable String basis,
            String state,
            @Nullable Instant since) {}

    record Due(
            String action,
            @Nullable Integer edition,
            @Nullable String purposeId) {}

    record Because(String code, String text) {}

    /** Whether nothing was agreed to at any time of the day. */
    boolean isEmpty() {
        return parts.stream().allMatch(part -> part.binding().mode().equals("NONE"));
    }
}
