package org.consentledger.query.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.ProvisionMatch;

/**
 * An edition as it stood when it was asked for.
 *
 * @param effectiveOn a day in the terms' time zone
 * @param recordedAt when the ledger learned of this text
 * @param matches what its author says about it and the published edition before it
 */
record ComparedEdition(
        EditionNumber number,
        Status status,
        String label,
        LocalDate effectiveOn,
        Instant recordedAt,
        ContentDigest digest,
        String text,
        List<ProvisionMatch> matches) {

    /** How far an edition has come. A draft is compared before it is published, when it can still be mended. */
    enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
