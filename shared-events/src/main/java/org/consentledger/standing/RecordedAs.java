package org.consentledger.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.events.Act;
import org.consentledger.events.DatePrecision;

/**
 * How a record differs from an act of the customer in person, recorded as it happened. Each answer carries these marks, so
 * that it never looks better founded than it is.
 */
public enum RecordedAs {
    /** A representative acted for the customer. */
    BY_REPRESENTATIVE,
    /** A member of staff acted on the customer's behalf. */
    ON_BEHALF,
    /** Taken over from the data of another system. */
    IMPORTED,
    /** Taken over from paper. */
    FROM_PAPER,
    /** Told to us more than a minute after the time at which the client says that it happened, and without a source. */
    STATED_AFTERWARDS,
    /** The time is known less exactly than to the instant. */
    IMPRECISE;

    /** An act recorded as it happens takes less than this to come into the ledger. */
    private static final Duration AS_IT_HAPPENS = Duration.ofMinutes(1);

    /**
     * How the record of an act differs.
     *
     * @param recordedAt when the ledger learned it, UTC
     */
    public static List<RecordedAs> of(Act act, Instant recordedAt) {
        return of(Expressed.of(act), recordedAt);
    }

    static List<RecordedAs> of(Expressed expressed, Instant recordedAt) {
        var marks = new ArrayList<RecordedAs>();
        switch (expressed.by()) {
            case SELF -> {}
            case REPRESENTATIVE -> marks.add(BY_REPRESENTATIVE);
            case STAFF -> marks.add(ON_BEHALF);
        }
        switch (expressed.takenFrom()) {
            case null -> {
                if (expressed.at().plus(AS_IT_HAPPENS).isBefore(recordedAt)) {
                    marks.add(STATED_AFTERWARDS);
                }
            }
            case IMPORT -> marks.add(IMPORTED);
            case PAPER -> marks.add(FROM_PAPER);
        }
        if (expressed.precision() != DatePrecision.INSTANT) {
            marks.add(IMPRECISE);
        }
        return List.copyOf(marks);
    }
}
