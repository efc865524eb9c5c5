package org.consentledger.query.comparison;

import org.consentledger.comparison.ComparisonTable;
import org.consentledger.events.TermsId;

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

    /** Without an extension. */
    String fileName() {
        return termsId + "-" + older.number() + "-" + newer.number();
    }
}
