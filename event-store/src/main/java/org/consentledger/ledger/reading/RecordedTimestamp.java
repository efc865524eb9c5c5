package org.consentledger.ledger.reading;

import java.time.Instant;
import org.consentledger.events.ledger.CheckpointTimestamped;

/**
 * A time stamp as the ledger recorded it.
 *
 * @param number counts them, from 0
 * @param position leaf index of its event
 * @param recordedAt when the ledger learned it; UTC, microseconds
 */
public record RecordedTimestamp(
        long number, String eventId, long position, Instant recordedAt, CheckpointTimestamped fact) {}
