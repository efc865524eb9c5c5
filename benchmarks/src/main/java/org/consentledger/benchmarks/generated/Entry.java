package org.consentledger.benchmarks.generated;

import java.time.Instant;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.personal.NewDataKey;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * All that stands in the tables about one event, but for its position.
 *
 * @param statement its canonical bytes
 * @param key the data key that the event commits to; {@code null} where it is none of those
 * @param claim the idempotency key of the request that recorded it; {@code null} where nobody's request did
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(
        StoredEvent event,
        byte[] statement,
        Hash leaf,
        @Nullable NewDataKey key,
        @Nullable IdempotencyClaim claim) {

    static Entry of(
            EventToAppend event, Instant recordedAt, @Nullable NewDataKey key, @Nullable IdempotencyClaim claim) {
        var row = event.storedAt(0, recordedAt);
        byte[] statement = event.statement(recordedAt).canonical();
        return new Entry(row, statement, LeafEntry.of(row.eventId(), statement).leafHash(), key, claim);
    }
}
