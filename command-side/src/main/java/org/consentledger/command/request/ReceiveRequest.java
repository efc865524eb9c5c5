package org.consentledger.command.request;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.CorrectionRequested;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.events.request.RequestKind;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.SuspensionOfUseRequested;
import org.jspecify.annotations.Nullable;

/** Record that a customer asks about his own data; {@code requestId} is new. */
record ReceiveRequest(
        CustomerId customerId,
        String requestId,
        RequestKind kind,
        @Nullable String details,
        StatedAct act) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.requests(customerId);
    }

    /** The fact, once no rule objects. */
    RequestReceived received() {
        var at = act.expressedByNow(act.now());
        return switch (kind) {
            case DISCLOSURE -> new DisclosureRequested(customerId, requestId, details, at, act.channel(), act.actor());
            case CORRECTION -> new CorrectionRequested(customerId, requestId, details, at, act.channel(), act.actor());
            case SUSPENSION_OF_USE ->
                new SuspensionOfUseRequested(customerId, requestId, details, at, act.channel(), act.actor());
        };
    }
}
