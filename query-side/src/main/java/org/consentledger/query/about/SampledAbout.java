package org.consentledger.query.about;

import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares which events are found of some customers. */
@Component
class SampledAbout implements SampledAnswers {
    private final Tables tables;
    private final AboutRows rows;

    SampledAbout(Tables tables, AboutRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @Override
    public String projection() {
        return AboutProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("about_customer", "customer_id");
    }

    @Override
    public String customer(String customerId) {
        return customerId;
    }

    @Override
    public Object answer(String customerId) {
        var customer = new CustomerId(customerId);
        return List.of(
                rows.all(customer, Long.MAX_VALUE),
                rows.history(customer, null, HistoryOrder.OLDEST_FIRST, -1, Long.MAX_VALUE, Integer.MAX_VALUE),
                rows.ofRequests(customer, -1, Long.MAX_VALUE, Integer.MAX_VALUE));
    }
}
