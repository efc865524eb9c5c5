package org.consentledger.query.comparison;

import java.util.List;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares all rows of terms documents. */
@Component
class SampledEditions implements SampledAnswers {
    private final Tables tables;

    SampledEditions(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String projection() {
        return ComparisonProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("comparison_terms", "terms_id");
    }

    @Override
    public boolean isOfCustomers() {
        return false;
    }

    @Override
    public Object answer(String termsId) {
        return List.of(
                tables.rows("comparison_terms", "terms_id", termsId),
                tables.rows("comparison_edition", "terms_id", termsId));
    }
}
