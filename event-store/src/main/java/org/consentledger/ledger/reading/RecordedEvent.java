package org.consentledger.ledger.reading;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the ledger tells it.
 *
 * @param position leaf index, from 0
 * @param seq number within its aggregate, from 0
 * @param recordedAt when the ledger learned it; UTC, microseconds
 * @param payload the event, in its present revision
 * @param metaData what is kept of it: who called, and what it follows from
 */
public record RecordedEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long seq,
        Instant recordedAt,
        Object payload,
        Map<String, String> metaData) {
    public RecordedEvent {
        metaData = Map.copyOf(metaData);
    }
}
