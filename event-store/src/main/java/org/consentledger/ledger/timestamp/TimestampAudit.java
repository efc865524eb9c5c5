package org.consentledger.ledger.timestamp;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.EventMapper;
import org.consentledger.events.EventTypes;
import org.consentledger.events.ledger.CheckpointTimestamped;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every time stamp against its checkpoint and its event, while the ledger is walked along: what is kept, verified,
 * must amount to the very bytes of the event. The tree is held against {@link #checkpoints}.
 */
public final class TimestampAudit {
    /** The payload type of the events that it looks at. */
    public static final String NAME = EventTypes.of(CheckpointTimestamped.class).name();

    private static final JsonMapper EVENTS = EventMapper.create();

    private final Kept kept;
    private final List<VerifierKey> keys;
    private final @Nullable TrustedAuthority authority;
    private final Findings findings;
    private long count;
    private @Nullable CheckpointTimestamped newest;

    /** Whoever keeps the time stamps. */
    @FunctionalInterface
    public interface Kept {
        /** The time stamp of this number, from 0; empty where there is none. */
        Optional<TimestampedCheckpoint> at(long number);
    }

    /**
     * @param keys of the ledger
     * @param authority whose time stamps are believed; {@code null} leaves that open, and the findings remark it
     */
    public TimestampAudit(
            Kept kept, Collection<VerifierKey> keys, @Nullable TrustedAuthority authority, Findings findings) {
        this.kept = kept;
        this.keys = List.copyOf(keys);
        this.authority = authority;
        this.findings = findings;
    }

    /**
     * The checkpoints that have a time stamp, the smallest first, read as they are asked for. One that cannot be opened is
     * left out: it is told with its event.
     */
    public Iterator<Checkpoint> checkpoints() {
        return new StampedCheckpoints(kept, keys);
    }

    /** The next event of the ledger, of whatever type; one that is not of {@link #NAME} may be left out. */
    public void event(EventBytes event) {
        if (!event.payloadType().equals(NAME)) {
            return;
        }
        long number = count++;
        if (event.seq() != number || !event.aggregateId().equals(TimestampedCheckpoint.STREAM)) {
            findings.add(
                    Damage.TIMESTAMP_CHANGED,
                    event.position(),
                    "this event is not that of time stamp " + number + ", which comes next");
        }
        kept.at(number)
                .ifPresentOrElse(
                        stamp -> check(number, stamp, event),
                        () -> findings.add(
                                Damage.TIMESTAMP_MISSING,
                                event.position(),
                                "time stamp " + number + " was recorded here and is gone"));
    }

    private void check(long number, TimestampedCheckpoint stamp, EventBytes event) {
        try {
            var fact = stamp.verify(keys, authority);
            if (!Arrays.equals(EVENTS.writeValueAsBytes(fact), event.payload())) {
                findings.add(
                        Damage.TIMESTAMP_CHANGED,
                        event.position(),
                        "time stamp " + number + " or its checkpoint is not the one recorded here");
            } else if (fact.checkpointSize() > event.position()) {
                findings.add(
                        Damage.TIMESTAMP_REJECTED,
                        event.position(),
                        "time stamp " + number + " is about a tree that has this event already");
            }
            newest = fact;
        } catch (NoteRejected | TimestampRejected e) {
            findings.add(Damage.TIMESTAMP_REJECTED, event.position(), "time stamp " + number + ": " + e.getMessage());
        }
    }

    /** How many events told of a time stamp so far. */
    public long count() {
        return count;
    }

    /** No event follows: says what was looked at, and what was not. */
    public void finish() {
        if (newest != null) {
            findings.remark(
                    count + " time stamps, the last of " + newest.genTime() + " about " + newest.checkpointSize()
                            + " leaves, by " + newest.authority()
                            + (authority == null ? "; whether that is an authority to trust was not checked" : ""));
        }
    }
}
