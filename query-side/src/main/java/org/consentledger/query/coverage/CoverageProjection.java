package org.consentledger.query.coverage;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/** Keeps one row for each customer and terms, in its class, and counts the classes. It knows the present alone. */
@Component
@ProcessingGroup(CoverageProjection.NAME)
@ProjectionTables({"coverage_terms_fact", "coverage_class", "coverage_customer"})
class CoverageProjection {
    static final String NAME = "coverage";

    private final RowsOfBatch<Learned> learned;

    CoverageProjection(CoverageRows rows) {
        learned = new RowsOfBatch<>("coverage_customer", batch -> CoverageBatch.write(rows, batch));
    }

    @EventHandler
    void on(TermsEvent event, EventMessage<?> message) {
        Learned.of(event, Leaf.of(message)).ifPresent(learned::add);
    }

    @EventHandler
    void on(AgreementEvent event, EventMessage<?> message) {
        learned.add(Learned.of(event, Leaf.of(message)));
    }

    @EventHandler
    void on(CustomerEvent event, EventMessage<?> message) {
        Learned.of(event, Leaf.of(message)).ifPresent(learned::add);
    }
}
