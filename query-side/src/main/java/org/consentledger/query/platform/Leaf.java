package org.consentledger.query.platform;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;

/**
 * Where an event stands in the ledger.
 *
 * @param position leaf index, from 0
 * @param recordedAt ledger time, UTC
 */
public record Leaf(String eventId, long position, Instant recordedAt) {

    /** The place of an event that a projection was handed from the ledger. */
    public static Leaf of(EventMessage<?> event) {
        return new Leaf(event.getIdentifier(), position(event), event.getTimestamp());
    }

    static long position(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked
                && WrappedToken.unwrapLowerBound(tracked.trackingToken()) instanceof GlobalSequenceTrackingToken leaf) {
            return leaf.getGlobalIndex();
        }
        throw new IllegalStateException("an event that does not come from the ledger: " + event.getIdentifier());
    }
}
