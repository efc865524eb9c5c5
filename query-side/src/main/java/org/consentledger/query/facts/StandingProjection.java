package org.consentledger.query.facts;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/** Keeps one row for each fact that a standing may rest on, and never changes a row, so that both clocks can be asked. */
@Component
@ProcessingGroup(StandingProjection.NAME)
@ProjectionTables({"standing_terms_fact", "standing_customer_fact"})
public class StandingProjection {
    public static final String NAME = "standing";

    private final RowsOfBatch<FactRow> termsRows;
    private final RowsOfBatch<FactRow> customerRows;

    StandingProjection(StandingFacts facts) {
        termsRows = new RowsOfBatch<>("standing_terms_fact", facts::insertTermsFacts);
        customerRows = new RowsOfBatch<>("standing_customer_fact", facts::insertCustomerFacts);
    }

    @EventHandler
    void on(TermsEvent event, EventMessage<?> message) {
        FactRow.ofEvent(event, Leaf.of(message)).ifPresent(termsRows::add);
    }

    @EventHandler
    void on(AgreementEvent event, EventMessage<?> message) {
        FactRow.ofEvent(event, Leaf.of(message)).ifPresent(customerRows::add);
    }

    @EventHandler
    void on(CustomerEvent event, EventMessage<?> message) {
        FactRow.ofEvent(event, Leaf.of(message)).ifPresent(customerRows::add);
    }

    @EventHandler
    void on(RequestEvent event, EventMessage<?> message) {
        FactRow.ofEvent(event, Leaf.of(message)).ifPresent(customerRows::add);
    }
}
