package org.consentledger.query.terms;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Compares all rows of terms documents. */
@Component
class SampledTerms implements SampledAnswers {
    private final Tables tables;

    SampledTerms(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String projection() {
        return TermsProjection.NAME;
    }

    @Override
    public List<String> questions() {
        return tables.some("terms_document", "terms_id");
    }

    @Override
    public boolean isOfCustomers() {
        return false;
    }

    @Override
    public Object answer(String termsId) {
        return Stream.of("terms_document", "terms_edition", "terms_notice", "terms_withdrawal")
                .map(table -> tables.rows(table, "terms_id", termsId))
                .toList();
    }
}
