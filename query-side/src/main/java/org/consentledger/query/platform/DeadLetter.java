package org.consentledger.query.platform;

import java.time.Instant;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An event about a customer that a projection has not handled. It holds where the event stands in the ledger, and not the
 * event. Times are the database's, UTC.
 *
 * @param customerId whose later events wait behind it
 * @param position leaf index of the event
 * @param type name under which the event is stored
 * @param cause class and place of the failure; {@code null} while nobody has tried, since an earlier one waits
 * @param parkedAt since when it waits
 * @param tries how often it was tried again
 * @param triedAt when that was last; {@code null} for never
 * @param behind how many events of the customer wait behind it
 * @param discarded {@code null} while it waits
 */
public record DeadLetter(
        String projection,
        CustomerId customerId,
        long position,
        String eventId,
        String type,
        @Nullable String cause,
        Instant parkedAt,
        int tries,
        @Nullable Instant triedAt,
        long behind,
        @Nullable Discarded discarded) {

    /**
     * That answers go on without the event, until the projection is rebuilt.
     *
     * @param by subject of the operator's token
     * @param because the reference that he stated
     */
    public record Discarded(String by, String because, Instant at) {}
}
