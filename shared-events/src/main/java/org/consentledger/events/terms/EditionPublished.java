package org.consentledger.events.terms;

import java.time.Instant;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;

/**
 * An edition was published: from now on nothing of it changes. Taking effect is no event but follows from {@code
 * effectiveFrom}.
 *
 * @param effectiveFrom first instant of the effective day in the terms' zone, by the zone rules known at publication
 */
@StoredAs(name = "terms.EditionPublished", revision = 1)
public record EditionPublished(
        TermsId termsId, EditionNumber edition, ContentDigest digest, Instant effectiveFrom, EditionContent content)
        implements TermsEvent {}
