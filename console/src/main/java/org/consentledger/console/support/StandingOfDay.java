package org.consentledger.console.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a customer stood with terms on a day, as the query side tells it; as far as the page shows it. All times UTC. */
record StandingOfDay(
        String customerId,
        String termsId,
        LocalDate on,
        String timeZone,
        String knownAt,
        List<Part> parts,
        long ledgerSize) {

    /** A part of the day, half-open, throughout which the answer is the same. */
    record Part(
            Instant from,
            Instant until,
            @Nullable Edition edition,
            Binding binding,
            List<Purpose> purposes,
            List<Due> due,
            List<Because> because) {}

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
