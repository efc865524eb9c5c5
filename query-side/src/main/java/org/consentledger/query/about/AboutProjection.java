package org.consentledger.query.about;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.AboutCustomer;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/**
 * Keeps one row for each event about a customer, of whatever family: where it stands, and nothing personal of what it says.
 * Events of the ledger itself, such as those about keys, are about nobody.
 */
@Component
@ProcessingGroup(AboutProjection.NAME)
@ProjectionTables("about_customer")
class AboutProjection {
    static final String NAME = "about";

    private final RowsOfBatch<AboutRow> rows;

    AboutProjection(AboutRows about) {
        rows = new RowsOfBatch<>("about_customer", about::insert);
    }

    @EventHandler
    void on(AboutCustomer event, EventMessage<?> message) {
        rows.add(AboutRow.of(event, Leaf.of(message)));
    }
}
