package org.consentledger.query.erasures;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.springframework.stereotype.Component;

/** Keeps one row for each erasure that was asked for and for each that was done: where it stands in the ledger, never why. */
@Component
@ProcessingGroup(ErasureProjection.NAME)
@ProjectionTables("erasure")
class ErasureProjection {
    static final String NAME = "erasures";

    private final Erasures erasures;

    ErasureProjection(Erasures erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(ErasureRequested requested, EventMessage<?> message) {
        var leaf = Leaf.of(message);
        erasures.insert(leaf.position(), requested.customerId(), leaf.eventId(), false);
    }

    @EventHandler
    void on(PersonalDataErased erased, EventMessage<?> message) {
        erasures.insert(Leaf.of(message).position(), erased.customerId(), erased.erasureId(), true);
    }
}
