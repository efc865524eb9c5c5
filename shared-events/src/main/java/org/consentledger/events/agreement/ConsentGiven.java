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
 * A customer consented (同意) to one voluntary purpose of use, apart from accepting an edition.
 *
 * <p>Given once more, it is one more fact: so a customer renews a consent that a material change no longer covers. It says
 * nothing of the other purposes.
 *
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "agreement.ConsentGiven", revision = 1)
public record ConsentGiven(
        CustomerId customerId,
        TermsId termsId,
        PurposeId purposeId,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements AgreementAct {

    public ConsentGiven {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
