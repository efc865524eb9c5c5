package org.consentledger.events.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.Source;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A customer accepted (同意) an edition.
 *
 * <p>It says which text was on the screen, not which edition was in force: the two differ while a published edition
 * waits for its effective date. What was decided on voluntary purposes in the same act belongs to the same fact.
 *
 * @param digest of the text that was shown
 * @param decisions sorted by purpose, so that equal acceptances have equal bytes; a purpose left out was not decided
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "agreement.EditionAccepted", revision = 1)
public record EditionAccepted(
        CustomerId customerId,
        TermsId termsId,
        EditionNumber edition,
        ContentDigest digest,
        List<PurposeDecision> decisions,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements AgreementAct {

    public EditionAccepted {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
        decisions = decisions.stream()
                .sorted(Comparator.comparing(PurposeDecision::purposeId))
                .toList();
    }
}
