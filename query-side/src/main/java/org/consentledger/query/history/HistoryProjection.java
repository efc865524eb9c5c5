package org.consentledger.query.history;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.consentledger.events.AboutCustomer;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/**
 * Keeps one row for each fact about a customer, of whatever family: where it stands in the ledger. Facts of the ledger
 * itself, such as those about keys, are about nobody.
 */
@Component
@ProcessingGroup(HistoryProjection.NAME)
class HistoryProjection {
    static final String NAME = "history";

    private final HistoryEntries entries;
    private final RowsOfBatch<HistoryEntry> rows;

    HistoryProjection(HistoryEntries entries) {
        this.entries = entries;
        rows = new RowsOfBatch<>("history_entry", entries::insert);
    }

    @EventHandler
    void on(AboutCustomer event, EventMessage<?> message) {
        rows.add(HistoryEntry.of(event, Leaf.of(message)));
    }

    @ResetHandler
    void forgetEverything() {
        entries.deleteAll();
    }
}
