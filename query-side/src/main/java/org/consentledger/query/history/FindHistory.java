package org.consentledger.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.facts.RecordedFact;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a customer's facts by the projection's rows, and reads them, opened, from the ledger. */
@Component
class FindHistory {
    private final HistoryEntries entries;
    private final Snapshots snapshots;
    private final LedgerReader ledger;

    FindHistory(HistoryEntries entries, Snapshots snapshots, LedgerReader ledger) {
        this.entries = entries;
        this.snapshots = snapshots;
        this.ledger = ledger;
    }

    /**
     * The facts about a customer among the first {@code size} leaves, oldest first.
     *
     * @param termsId {@code null} for those about any terms
     * @param after a leaf; the page begins after it
     */
    Page<RecordedFact> page(CustomerId customerId, @Nullable TermsId termsId, Page.Asked asked, long after, long size) {
        var found = snapshots.whenIncluded(
                HistoryProjection.NAME, size, () -> entries.find(customerId, termsId, after, size, asked.limit() + 1));
        var page = Page.of(found, asked, entry -> Long.toString(entry.position()), size);
        return new Page<>(read(page.items()), page.next(), size);
    }

    private List<RecordedFact> read(List<HistoryEntries.Found> found) {
        Map<Long, String> annulledBy = new HashMap<>();
        found.forEach(entry -> {
            if (entry.annulledBy() != null) {
                annulledBy.put(entry.position(), entry.annulledBy());
            }
        });
        return ledger.opened(found.stream().map(HistoryEntries.Found::position).toList()).stream()
                .map(event -> fact(event, annulledBy.get(event.position())))
                .toList();
    }

    private static RecordedFact fact(RecordedEvent event, @Nullable String annulledBy) {
        return RecordedFact.of(
                new Leaf(event.eventId(), event.position(), event.recordedAt()),
                (AboutCustomer) event.payload(),
                event.metaData().get("recordedBy"),
                annulledBy);
    }
}
