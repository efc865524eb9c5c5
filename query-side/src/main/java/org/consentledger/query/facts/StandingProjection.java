package org.consentledger.query.facts;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.RowsOfBatch;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.TermsFact;
import org.springframework.stereotype.Component;

/** Keeps one row for each fact that a standing may rest on, and never changes a row, so that both clocks can be asked. */
@Component
@ProcessingGroup(StandingProjection.NAME)
public class StandingProjection {
    public static final String NAME = "standing";

    private final StandingFacts facts;
    private final RowsOfBatch<FactRow> termsRows;
    private final RowsOfBatch<FactRow> customerRows;

    StandingProjection(StandingFacts facts) {
        this.facts = facts;
        termsRows = new RowsOfBatch<>("standing_terms_fact", facts::insertTermsFacts);
        customerRows = new RowsOfBatch<>("standing_customer_fact", facts::insertCustomerFacts);
    }

    @EventHandler
    void on(TermsEvent event, EventMessage<?> message) {
        TermsFact.of(event)
                .map(fact -> FactRow.of(event.termsId(), Leaf.of(message), fact))
                .ifPresent(termsRows::add);
    }

    @EventHandler
    void on(AgreementEvent event, EventMessage<?> message) {
        customerRows.add(FactRow.of(event.termsId(), event.customerId(), Leaf.of(message), CustomerFact.of(event)));
    }

    @EventHandler
    void on(CustomerEvent event, EventMessage<?> message) {
        CustomerFact.of(event)
                .map(fact -> FactRow.of(CustomerFact.termsOf(event), event.customerId(), Leaf.of(message), fact))
                .ifPresent(customerRows::add);
    }

    @EventHandler
    void on(RequestEvent event, EventMessage<?> message) {
        CustomerFact.of(event)
                .map(fact -> FactRow.of(null, event.customerId(), Leaf.of(message), fact))
                .ifPresent(customerRows::add);
    }

    @ResetHandler
    void forgetEverything() {
        facts.deleteAll();
    }
}
