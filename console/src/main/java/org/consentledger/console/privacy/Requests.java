package org.consentledger.console.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's requests about his own data, as the query side tells them; as far as the page shows them. All times UTC. */
record Requests(List<Request> items, @Nullable String next) {
    /**
     * @param nextStep {@code IDENTITY_CHECK}, {@code FEE}, {@code DECISION}, {@code COMPLETION}; {@code null} where nothing is
     *     left to do
     * @param dueOn the last day, in Japan, on which it is answered in time
     */
    record Request(
            String requestId,
            String kind,
            String state,
            @Nullable String nextStep,
            Instant receivedAt,
            LocalDate dueOn,
            boolean overdue,
            boolean useSuspended,
            List<Step> steps) {}

    /** @param said what could name a person, and is not there any more after an erasure */
    record Step(
            String step,
            @Nullable String outcome,
            @Nullable String said,
            @Nullable Long amount,
            @Nullable String currency,
            Instant expressedAt,
            @Nullable String recordedBy) {}
}
