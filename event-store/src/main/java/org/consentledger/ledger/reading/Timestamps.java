package org.consentledger.ledger.reading;

import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;

/** The time stamps over checkpoints, as everybody may read them: only those that an event of the ledger records. */
public final class Timestamps {
    private final LedgerReader ledger;
    private final TimestampRows rows;

    public Timestamps(LedgerReader ledger, TimestampRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    /** Empty where there is none yet. */
    public Optional<RecordedTimestamp> newest() {
        return ledger.lastSeq(TimestampedCheckpoint.STREAM).flatMap(this::at);
    }

    public Optional<RecordedTimestamp> at(long number) {
        return from(number, 1).stream()
                .filter(stamp -> stamp.number() == number)
                .findFirst();
    }

    /** From this number on, in order. */
    public List<RecordedTimestamp> from(long number, int limit) {
        try (var events = ledger.ofAggregate(TimestampedCheckpoint.STREAM, number)) {
            return events.limit(limit).map(RecordedTimestamp::of).toList();
        }
    }

    /** The token and the checkpoint that it is about. */
    public Optional<TimestampedCheckpoint> kept(long number) {
        return at(number).flatMap(_ -> rows.at(number));
    }
}
