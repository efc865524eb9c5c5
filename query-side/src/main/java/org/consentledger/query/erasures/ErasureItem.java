package org.consentledger.query.erasures;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was asked for, as clients see it. All times UTC.
 *
 * @param erasureId by which it is approved
 * @param requestedBy who called, where that is known, and who therefore cannot approve
 * @param reason {@code null} once the customer's key is destroyed
 * @param position leaf index of the event by which it was asked for
 * @param approval {@code null} where nobody has approved
 */
record ErasureItem(
        String customerId,
        String erasureId,
        ErasureState state,
        Instant requestedAt,
        @Nullable String requestedBy,
        @Nullable String reason,
        long position,
        @Nullable Approval approval) {

    private static final String RECORDED_BY = "recordedBy";

    /** The end of it: the personal data were erased. */
    record Approval(Instant approvedAt, @Nullable String approvedBy, long position) {
        private static Approval of(RecordedEvent erased) {
            return new Approval(erased.recordedAt(), erased.metaData().get(RECORDED_BY), erased.position());
        }
    }

    /** @param opened by position, at least those that the erasure stands at */
    static ErasureItem of(Erasures.Found found, Map<Long, RecordedEvent> opened) {
        var requested = Objects.requireNonNull(opened.get(found.requested()));
        return new ErasureItem(
                found.customerId().value(),
                requested.eventId(),
                found.state(),
                requested.recordedAt(),
                requested.metaData().get(RECORDED_BY),
                ((ErasureRequested) requested.payload()).reason(),
                requested.position(),
                found.approved() == null ? null : Approval.of(Objects.requireNonNull(opened.get(found.approved()))));
    }
}
