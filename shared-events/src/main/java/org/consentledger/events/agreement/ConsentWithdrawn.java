package org.consentledger.events.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.Evidence;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A customer withdrew the consent (同意の撤回) to one voluntary purpose of use.
 *
 * <p>From then on the purpose is not consented to. The consent stays on record, what was done under it stays covered, and
 * the agreement goes on.
 *
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "agreement.ConsentWithdrawn", revision = 1)
public record ConsentWithdrawn(
        CustomerId customerId,
        TermsId termsId,
        PurposeId purposeId,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements AgreementAct {

    public ConsentWithdrawn {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
