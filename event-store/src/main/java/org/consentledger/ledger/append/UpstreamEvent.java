package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored upstream, with all that this database would have to know about it to follow.
 *
 * @param timestamp which whoever stored it gave it; UTC, whole milliseconds
 * @param group the id of the first event that was stored together with it
 * @param answered the request that it and those after it answer; {@code null} where there is none, or an event before it
 *     says so
 */
public record UpstreamEvent(
        EventToAppend event,
        Instant timestamp,
        UUID group,
        @Nullable Answered answered) {
    /**
     * A request, and how many events answer it.
     *
     * @param events at least 1
     */
    public record Answered(IdempotencyClaim claim, int events) {
        public Answered {
            if (events < 1) {
                throw new IllegalArgumentException("a request is answered by an event");
            }
        }
    }
}
