package org.consentledger.query.platform;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Looks into every event on behalf of one projection: so each is part of a batch, and the stored token moves with the ledger
 * past those that the projection itself does not look at.
 */
final class EveryEvent {
    private final String projection;

    EveryEvent(String projection) {
        this.projection = projection;
    }

    boolean belongsTo(String other) {
        return projection.equals(other);
    }

    @EventHandler
    void on(EventMessage<?> event) {
        // Parking is told of each event itself.
    }
}
