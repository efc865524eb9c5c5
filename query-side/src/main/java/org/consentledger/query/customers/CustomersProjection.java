package org.consentledger.query.customers;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.AboutCustomer;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.consentledger.query.platform.RowsOfBatch;
import org.springframework.stereotype.Component;

/** Keeps one row for each customer: since when anything is on record. */
@Component
@ProcessingGroup(CustomersProjection.NAME)
@ProjectionTables("customer")
class CustomersProjection {
    static final String NAME = "customers";

    private final RowsOfBatch<Customers.First> rows;

    CustomersProjection(Customers customers) {
        rows = new RowsOfBatch<>("customer", customers::insert);
    }

    @EventHandler
    void on(AboutCustomer event, EventMessage<?> message) {
        rows.add(new Customers.First(event.customerId(), Leaf.of(message)));
    }
}
