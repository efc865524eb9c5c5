package org.consentledger.events.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Act;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.Evidence;
import org.consentledger.events.Source;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A customer left the service (退会).
 *
 * <p>It ends what was agreed to until then, also an acceptance that still waits for its edition to take effect; who accepts
 * an edition afterwards comes back. It erases nothing.
 *
 * @param termsId the terms that the customer leaves; {@code null} for all of them, also those of which the ledger learns
 *     later
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "customer.CustomerLeft", revision = 1)
public record CustomerLeft(
        CustomerId customerId,
        @Nullable TermsId termsId,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements CustomerEvent, Act {

    public CustomerLeft {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
