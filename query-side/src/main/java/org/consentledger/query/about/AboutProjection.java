package org.consentledger.query.about;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.consentledger.events.AboutCustomer;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/** Keeps one row for each event about a customer: where it stands, and nothing of what it says. */
@Component
@ProcessingGroup(AboutProjection.NAME)
class AboutProjection {
    static final String NAME = "about";

    private final AboutRows about;
    private final RowsOfBatch<AboutRow> rows;

    AboutProjection(AboutRows about) {
        this.about = about;
        rows = new RowsOfBatch<>("about_customer", about::insert);
    }

    @EventHandler
    void on(AboutCustomer event, EventMessage<?> message) {
        rows.add(AboutRow.of(event, Leaf.of(message).position()));
    }

    @ResetHandler
    void forgetEverything() {
        about.deleteAll();
    }
}
