package org.consentledger.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateLocks;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.request.StepCommand.CheckIdentity;
import org.consentledger.command.request.StepCommand.CompleteRequest;
import org.consentledger.command.request.StepCommand.DecideRequest;
import org.consentledger.command.request.StepCommand.LiftSuspension;
import org.consentledger.command.request.StepCommand.RecordFee;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.RequestStep;
import org.jspecify.annotations.Nullable;

/**
 * All that one customer has asked about his own data.
 *
 * <p>Each request goes its own way: received, identity confirmed, fee paid, granted or declined, completed. Granting one for
 * the suspension of use suspends it at once, for all terms, until that suspension is lifted; others go on. The customer
 * need not be known otherwise: who has left, or never agreed to anything, may ask too.
 */
@Aggregate(type = "DataRequests", lockFactory = AggregateLocks.NAME)
class DataRequests {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private final Map<String, KnownRequest> requests = new HashMap<>();

    DataRequests() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveRequest command) {
        apply(command.received());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CheckIdentity command) {
        take(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordFee command) {
        take(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideRequest command) {
        take(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CompleteRequest command) {
        take(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftSuspension command) {
        take(command);
    }

    @EventSourcingHandler
    void on(RequestEvent event) {
        id = AggregateIds.requests(event.customerId());
        switch (event) {
            case RequestReceived received -> requests.put(received.requestId(), KnownRequest.of(received));
            case RequestStep step -> requests.computeIfPresent(step.requestId(), (_, known) -> known.after(step));
        }
    }

    private void take(StepCommand step) {
        var request = requests.get(step.taken().requestId());
        if (request == null) {
            throw new CommandRejected(Code.REQUEST_UNKNOWN);
        }
        RequestRules.follows(step, request);
        apply(RequestSteps.of(step, request));
    }
}
