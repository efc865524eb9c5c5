package org.consentledger.query.holds;

import java.time.Instant;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as clients see it. All times UTC; what could name a person is null once its key is destroyed.
 *
 * @param matter the dispute or proceeding
 * @param standing whether it forbids erasure still
 * @param position leaf index of its placing
 * @param placedBy who called, where that is known
 * @param release {@code null} while it stands
 */
record HoldItem(
        String holdId,
        @Nullable String reason,
        @Nullable String matter,
        boolean standing,
        Instant placedAt,
        long position,
        @Nullable String placedBy,
        @Nullable Release release) {

    private static final String RECORDED_BY = "recordedBy";

    /** The end of a hold. */
    record Release(
            @Nullable String reason,
            Instant releasedAt,
            long position,
            @Nullable String releasedBy) {}

    /**
     * A hold by its events, opened.
     *
     * @param released {@code null} while it stands
     */
    static HoldItem of(RecordedEvent placed, @Nullable RecordedEvent released) {
        var hold = (LegalHoldPlaced) placed.payload();
        return new HoldItem(
                placed.eventId(),
                hold.reason(),
                hold.matter(),
                released == null,
                placed.recordedAt(),
                placed.position(),
                placed.metaData().get(RECORDED_BY),
                released == null ? null : release(released));
    }

    private static Release release(RecordedEvent released) {
        return new Release(
                ((LegalHoldReleased) released.payload()).reason(),
                released.recordedAt(),
                released.position(),
                released.metaData().get(RECORDED_BY));
    }
}
