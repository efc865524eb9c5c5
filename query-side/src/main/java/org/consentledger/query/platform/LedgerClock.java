package org.consentledger.query.platform;

import java.util.UUID;
import java.util.regex.Pattern;
import org.consentledger.ledger.reading.KnownAt;
import org.consentledger.ledger.reading.KnownAtRefused;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Progress.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds how many leaves of the ledger were known at the time that a question names. */
@Component
public class LedgerClock {
    private static final Pattern LEAF = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final String POSITION = "position:";

    /** What a write answers where the order of record is not known yet: the id of the command's last event. */
    private static final Pattern EVENT = Pattern.compile("event:([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final LedgerTime ledgerTime;
    private final LedgerReader ledger;
    private final Progress progress;

    public LedgerClock(LedgerTime ledgerTime, LedgerReader ledger, Progress progress) {
        this.ledgerTime = ledgerTime;
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * What was known then.
     *
     * @param knownAt a time, {@code position:<n>}, or {@code null} for now
     * @param ledgerPosition a leaf that the ledger must hold by now, or {@code event:<id>}, from the header
     *     {@link KnownLeaves#HEADER}
     * @throws QuestionRejected {@code POSITION_BEYOND_LEDGER}, {@code TIME_IN_FUTURE}, or {@code PROJECTION_BEHIND}
     *     where two seconds did not bring the leaf
     */
    public KnownLeaves known(@Nullable String knownAt, @Nullable String ledgerPosition) {
        if (ledgerPosition != null) {
            var event = EVENT.matcher(ledgerPosition);
            if (event.matches()) {
                awaitEvent(UUID.fromString(event.group(1)));
            } else {
                awaitLeaf(leaf("header:" + KnownLeaves.HEADER, ledgerPosition));
            }
        }
        if (knownAt == null) {
            return atTime(ledgerTime.now());
        }
        return knownAt.startsWith(POSITION)
                ? atPosition(leaf("query:knownAt", knownAt.substring(POSITION.length())))
                : atTime(knownAt);
    }

    private KnownLeaves atTime(String knownAt) {
        try {
            return atTime(ledgerTime.at(Times.time("knownAt", knownAt)));
        } catch (KnownAtRefused refused) {
            throw rejected(refused, knownAt);
        }
    }

    private static KnownLeaves atTime(KnownAt known) {
        return new KnownLeaves(known.ledgerSize(), known.time(), known.time().toString());
    }

    private KnownLeaves atPosition(long size) {
        try {
            return new KnownLeaves(size, ledgerTime.position(size).time(), POSITION + size);
        } catch (KnownAtRefused refused) {
            throw rejected(refused, Long.toString(size));
        }
    }

    private QuestionRejected rejected(KnownAtRefused refused, String asked) {
        return switch (refused.reason()) {
            case FUTURE_TIME -> new QuestionRejected(Code.TIME_IN_FUTURE, asked);
            case BEYOND_SIZE -> new QuestionRejected(Code.POSITION_BEYOND_LEDGER, asked, Long.toString(ledger.size()));
        };
    }

    /** A leaf that was appended by another process may be on its way to the database that we read. */
    private void awaitLeaf(long position) {
        progress.whenIncluded("ledger", position + 1, () -> new Found<>(ledger.size() - 1, position));
    }

    private void awaitEvent(UUID eventId) {
        progress.whenIncluded(
                "ledger", 1, () -> new Found<>(ledger.event(eventId).isPresent() ? 0 : -1, eventId));
    }

    private static long leaf(String pointer, String value) {
        if (!LEAF.matcher(value).matches()) {
            throw new Malformed(pointer, Fault.NOT_A_NUMBER);
        }
        return Long.parseLong(value);
    }
}
