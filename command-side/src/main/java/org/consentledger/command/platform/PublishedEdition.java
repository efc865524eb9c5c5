package org.consentledger.command.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;

/**
 * What an agreement needs to know of a published edition; not its text.
 *
 * @param effectiveFrom from when on it is in force
 * @param publication id of the event that published it, text and all
 * @param publishedAt ledger time of its publication
 */
public record PublishedEdition(
        EditionNumber number,
        ContentDigest digest,
        Instant effectiveFrom,
        String publication,
        Instant publishedAt,
        List<PurposeOfUse> purposes) {

    /** The purpose as this edition states it. */
    public Optional<PurposeOfUse> purpose(PurposeId purposeId) {
        return purposes.stream()
                .filter(purpose -> purpose.purposeId().equals(purposeId))
                .findFirst();
    }
}
