package org.consentledger.query.customers;

import java.util.List;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares the rows of some customers. */
@Component
class SampledCustomers implements SampledAnswers {
    private final Tables tables;

    SampledCustomers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String projection() {
        return CustomersProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("customer", "customer_id");
    }

    @Override
    public String customer(String customerId) {
        return customerId;
    }

    @Override
    public Object answer(String customerId) {
        return tables.rows("customer", "customer_id", customerId);
    }
}
