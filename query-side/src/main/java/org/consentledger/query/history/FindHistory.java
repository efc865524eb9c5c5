package org.consentledger.query.history;

import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.about.FindAbout;
import org.consentledger.query.about.HistoryOrder;
import org.consentledger.query.facts.RecordedFact;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a customer's facts, opened, as clients see them. */
@Component
class FindHistory {
    private final FindAbout about;

    FindHistory(FindAbout about) {
        this.about = about;
    }

    /**
     * The facts about a customer among the first {@code size} leaves.
     *
     * @param termsId {@code null} for those about any terms
     * @param after a leaf; the page begins after it, in that order
     */
    Page<RecordedFact> page(
            CustomerId customerId,
            @Nullable TermsId termsId,
            Page.Asked asked,
            HistoryOrder order,
            long after,
            long size) {
        var found = about.history(customerId, termsId, order, after, size, asked.limit() + 1).stream()
                .map(FindHistory::fact)
                .toList();
        return Page.of(found, asked, fact -> Long.toString(fact.position()), size);
    }

    private static RecordedFact fact(FindAbout.Found found) {
        var event = found.event();
        return RecordedFact.of(
                new Leaf(event.eventId(), event.position(), event.recordedAt()),
                (AboutCustomer) event.payload(),
                event.metaData().get("recordedBy"),
                found.annulledBy());
    }
}
