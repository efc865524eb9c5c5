package org.consentledger.benchmarks.yardsticks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.InstantSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a customer and a terms document have to do with each other, as little as it can be: one rule, one fact. */
class AgreementAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private int newest;

    AgreementAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptEdition command, InstantSource clock) {
        if (command.acceptance().edition() < newest) {
            throw new IllegalStateException("a later edition was accepted before");
        }
        apply(new EditionAccepted(command.agreementId(), command.acceptance(), clock.instant()));
    }

    @EventSourcingHandler
    void on(EditionAccepted event) {
        id = event.agreementId();
        newest = event.acceptance().edition();
    }
}
