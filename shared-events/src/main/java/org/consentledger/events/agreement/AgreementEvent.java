package org.consentledger.events.agreement;

import java.time.Instant;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** A fact between one customer and one terms document. Its event id is the id of the record it makes. */
public sealed interface AgreementEvent permits EditionAccepted, EditionRefused {
    CustomerId customerId();

    TermsId termsId();

    /** When the person acted, not when the ledger learned it; UTC, microseconds. */
    Instant expressedAt();

    Channel channel();

    Actor actor();

    /** Where a record of the past was taken from; {@code null} where the act was recorded as it happened. */
    @Nullable
    Source source();
}
