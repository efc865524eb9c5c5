package org.consentledger.query.erasures;

import java.util.List;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares the rows of some customers of whom an erasure was asked for. */
@Component
class SampledErasures implements SampledAnswers {
    private final Tables tables;

    SampledErasures(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String projection() {
        return ErasureProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("erasure", "customer_id");
    }

    @Override
    public String customer(String customerId) {
        return customerId;
    }

    @Override
    public Object answer(String customerId) {
        return tables.rows("erasure", "customer_id", customerId);
    }
}
