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
 * A customer was asked for consent to one voluntary purpose of use and refused it (不同意). It differs from silence, and it
 * changes nothing else of the agreement.
 *
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "agreement.ConsentRefused", revision = 1)
public record ConsentRefused(
        CustomerId customerId,
        TermsId termsId,
        PurposeId purposeId,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements AgreementAct {

    public ConsentRefused {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
