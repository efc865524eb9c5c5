package org.consentledger.query.terms;

import java.time.Instant;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionContent;
import org.jspecify.annotations.Nullable;

/**
 * An edition as it stood from one leaf of the ledger on.
 *
 * @param effectiveFrom {@code null} for a draft
 */
record EditionRow(
        TermsId termsId,
        EditionNumber number,
        Status status,
        @Nullable Instant effectiveFrom,
        ContentDigest digest,
        EditionContent content) {

    /** How far an edition has come. */
    enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
