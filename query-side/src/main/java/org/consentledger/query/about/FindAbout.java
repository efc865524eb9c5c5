package org.consentledger.query.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.platform.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds events about a customer among the first leaves of the ledger. They come opened, in ledger order unless another is asked for; what could name a
 * person is {@code null} only after an erasure. For answers, never for what is kept.
 */
@Component
public class FindAbout {
    /** As many as the ledger opens at once. */
    private static final int MOST_AT_ONCE = 500;

    private final AboutRows rows;
    private final Snapshots snapshots;
    private final LedgerReader ledger;

    FindAbout(AboutRows rows, Snapshots snapshots, LedgerReader ledger) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.ledger = ledger;
    }

    /** Everything. */
    public List<RecordedEvent> all(CustomerId customerId, long size) {
        return opened(customerId, size, () -> rows.all(customerId, size));
    }

    /**
     * An event found.
     *
     * @param annulledBy the record by which it never counts; {@code null} where there is none
     */
    public record Found(RecordedEvent event, @Nullable String annulledBy) {}

    /**
     * At most {@code limit} events that come after a leaf in that order.
     *
     * @param termsId {@code null} for those about any terms
     */
    public List<Found> history(
            CustomerId customerId, @Nullable TermsId termsId, HistoryOrder order, long after, long size, int limit) {
        var found = snapshots.whenIncludedOf(
                AboutProjection.NAME,
                customerId,
                size,
                () -> rows.history(customerId, termsId, order, after, size, limit));
        var events = opened(found.stream().map(AboutRows.Found::position).toList()).stream()
                .collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        return found.stream()
                .map(one -> new Found(Objects.requireNonNull(events.get(one.position())), one.annulledBy()))
                .toList();
    }

    /** At most {@code limit} events of one context that stand after a leaf. */
    public List<RecordedEvent> ofContext(CustomerId customerId, String context, long after, long size, int limit) {
        return opened(customerId, size, () -> rows.ofContext(customerId, context, after, size, limit));
    }

    /** All events of at most {@code limit} requests, those that began first after a leaf. */
    public List<RecordedEvent> ofRequests(CustomerId customerId, long after, long size, int limit) {
        return opened(customerId, size, () -> rows.ofRequests(customerId, after, size, limit));
    }

    /** All events of one request; none where the customer has no such request. */
    public List<RecordedEvent> ofRequest(CustomerId customerId, String requestId, long size) {
        return opened(customerId, size, () -> rows.ofRequest(customerId, requestId, size));
    }

    private List<RecordedEvent> opened(CustomerId customerId, long size, Supplier<List<Long>> question) {
        return opened(snapshots.whenIncludedOf(AboutProjection.NAME, customerId, size, question));
    }

    private List<RecordedEvent> opened(List<Long> positions) {
        var events = new ArrayList<RecordedEvent>();
        for (int from = 0; from < positions.size(); from += MOST_AT_ONCE) {
            events.addAll(ledger.opened(positions.subList(from, Math.min(positions.size(), from + MOST_AT_ONCE))));
        }
        return events;
    }
}
