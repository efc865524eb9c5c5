package org.consentledger.query.platform;

import java.time.Instant;
import java.util.regex.Pattern;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds how many leaves of the ledger were known at the time that a question names. */
@Component
public class LedgerClock {
    private static final Pattern LEAF = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final String POSITION = "position:";

    private final LedgerReader ledger;
    private final Times times;

    LedgerClock(LedgerReader ledger, Times times) {
        this.ledger = ledger;
        this.times = times;
    }

    /** How many leaves the ledger holds now. */
    long size() {
        return ledger.size();
    }

    /**
     * What was known then.
     *
     * @param knownAt a time, {@code position:<n>}, or {@code null} for now
     * @param ledgerPosition a leaf that the ledger must hold by now, from the header {@link KnownLeaves#HEADER}
     * @throws QuestionRejected {@code POSITION_BEYOND_LEDGER}, {@code TIME_IN_FUTURE}, {@code PROJECTION_BEHIND}
     */
    public KnownLeaves known(@Nullable String knownAt, @Nullable String ledgerPosition) {
        long now = ledger.size();
        if (ledgerPosition != null && leaf("header:" + KnownLeaves.HEADER, ledgerPosition) >= now) {
            throw new QuestionRejected(Code.PROJECTION_BEHIND, ledgerPosition);
        }
        if (knownAt == null) {
            return new KnownLeaves(now, times.now().toString());
        }
        if (knownAt.startsWith(POSITION)) {
            long n = leaf("query:knownAt", knownAt.substring(POSITION.length()));
            if (n > now) {
                throw new QuestionRejected(Code.POSITION_BEYOND_LEDGER, Long.toString(n), Long.toString(now));
            }
            return new KnownLeaves(n, POSITION + n);
        }
        var time = times.notInFuture("knownAt", knownAt);
        return new KnownLeaves(recordedUntil(time, now), time.toString());
    }

    private long recordedUntil(Instant time, long size) {
        long from = 0;
        long until = size;
        while (from < until) {
            long middle = (from + until) >>> 1;
            var recordedAt = ledger.event(middle).map(RecordedEvent::recordedAt).orElseThrow();
            if (recordedAt.isAfter(time)) {
                until = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static long leaf(String pointer, String value) {
        if (!LEAF.matcher(value).matches()) {
            throw new Malformed(pointer, Fault.NOT_A_NUMBER);
        }
        return Long.parseLong(value);
    }
}
