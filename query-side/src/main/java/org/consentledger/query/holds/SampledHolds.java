package org.consentledger.query.holds;

import java.util.List;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares the rows of some customers with legal holds. */
@Component
class SampledHolds implements SampledAnswers {
    private final Tables tables;

    SampledHolds(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String projection() {
        return LegalHoldProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("legal_hold", "customer_id");
    }

    @Override
    public String customer(String customerId) {
        return customerId;
    }

    @Override
    public Object answer(String customerId) {
        return tables.rows("legal_hold", "customer_id", customerId);
    }
}
