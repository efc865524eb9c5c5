package org.consentledger.query.comparison;

import java.util.List;
import org.consentledger.comparison.ComparisonTable;
import org.consentledger.events.TermsId;
import org.consentledger.provisions.Structure;

/**
 * A comparison table with what its head says.
 *
 * @param title of the terms
 * @param language of the terms, BCP 47
 */
record Comparison(
        TermsId termsId,
        String title,
        String language,
        ComparedEdition older,
        ComparedEdition newer,
        ComparisonTable table) {

    static Comparison of(TermsId termsId, ComparedEditions.Terms terms, ComparedEdition older, ComparedEdition newer) {
        var table = ComparisonTable.of(Structure.of(older.text()), Structure.of(newer.text()), List.of());
        return new Comparison(termsId, terms.title(), terms.language(), older, newer, table);
    }

    /** Without an extension. */
    String fileName() {
        return termsId + "-" + older.number() + "-" + newer.number();
    }
}
