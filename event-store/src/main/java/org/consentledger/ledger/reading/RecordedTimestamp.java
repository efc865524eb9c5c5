package org.consentledger.ledger.reading;

import java.time.Instant;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.ledger.CheckpointTimestamped;

/**
 * A time stamp (タイムスタンプ) over a checkpoint as the ledger recorded it, and as everybody may read it.
 *
 * @param number counts them, from 0
 * @param authority the subject of the certificate that the token is signed with
 * @param genTime when the token was made, by the authority's clock; UTC, microseconds
 * @param checkpointSize leaves of the checkpoint's tree
 * @param checkpointRoot of that tree, base64
 * @param checkpointDigest of the checkpoint's bytes: what the token is about
 * @param tokenDigest of the token's bytes
 * @param eventId of the event that recorded it
 * @param position leaf index of that event
 * @param recordedAt when the ledger learned it; UTC, microseconds
 */
public record RecordedTimestamp(
        long number,
        String authority,
        Instant genTime,
        long checkpointSize,
        String checkpointRoot,
        ContentDigest checkpointDigest,
        ContentDigest tokenDigest,
        String eventId,
        long position,
        Instant recordedAt) {

    static RecordedTimestamp of(RecordedEvent event) {
        var fact = (CheckpointTimestamped) event.payload();
        return new RecordedTimestamp(
                event.seq(),
                fact.authority(),
                fact.genTime(),
                fact.checkpointSize(),
                fact.checkpointRoot(),
                fact.checkpointDigest(),
                fact.tokenDigest(),
                event.eventId(),
                event.position(),
                event.recordedAt());
    }
}
