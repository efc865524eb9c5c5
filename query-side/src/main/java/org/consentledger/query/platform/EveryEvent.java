package org.consentledger.query.platform;

import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Takes part in every batch of one projection: so the stored token moves with the ledger past events that the
 * projection itself does not look at, and those who wait for it hear of each commit.
 */
final class EveryEvent {
    private static final String RESOURCE = "position reached";

    private final String projection;
    private final LongConsumer committed;

    /** @param committed told the position of the last event of each batch that was committed */
    EveryEvent(String projection, LongConsumer committed) {
        this.projection = projection;
        this.committed = committed;
    }

    boolean belongsTo(String other) {
        return projection.equals(other);
    }

    @EventHandler
    void on(EventMessage<?> event) {
        var batch = CurrentUnitOfWork.get();
        long[] reached = batch.getOrComputeResource(RESOURCE, _ -> {
            long[] last = new long[1];
            batch.afterCommit(_ -> committed.accept(last[0]));
            return last;
        });
        reached[0] = Leaf.position(event);
    }
}
