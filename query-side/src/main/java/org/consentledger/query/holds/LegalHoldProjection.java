package org.consentledger.query.holds;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.springframework.stereotype.Component;

/** Keeps one row for each placing and each release of a legal hold: where it stands in the ledger, never what it says. */
@Component
@ProcessingGroup(LegalHoldProjection.NAME)
@ProjectionTables("legal_hold")
class LegalHoldProjection {
    static final String NAME = "holds";

    private final LegalHolds holds;

    LegalHoldProjection(LegalHolds holds) {
        this.holds = holds;
    }

    @EventHandler
    void on(LegalHoldPlaced placed, EventMessage<?> message) {
        var leaf = Leaf.of(message);
        holds.insert(placed.customerId(), leaf.position(), leaf.eventId(), false);
    }

    @EventHandler
    void on(LegalHoldReleased released, EventMessage<?> message) {
        holds.insert(released.customerId(), Leaf.of(message).position(), released.holdId(), true);
    }
}
