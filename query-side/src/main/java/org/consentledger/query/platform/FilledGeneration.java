package org.consentledger.query.platform;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.consentledger.ledger.serializer.NotOfThisRelease;

/** Hands batches of events to a projection's own event handlers, which put the rows into another generation. */
public final class FilledGeneration {
    private final Generation generation;
    private final EventHandlerInvoker projection;

    public FilledGeneration(Generation generation, Object handlers, Configuration axon) {
        this.generation = generation;
        this.projection = SimpleEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    public Generation generation() {
        return generation;
    }

    /** Whether the projection does anything with such an event, or cannot tell, since this release does not know it. */
    public boolean looksInto(EventMessage<?> event) {
        return NotOfThisRelease.is(event) || projection.canHandle(event, Segment.ROOT_SEGMENT);
    }

    /** Within a transaction, which is to roll back where this throws. */
    public void fill(List<? extends EventMessage<?>> events) {
        var batch = new BatchingUnitOfWork<>(events);
        Tables.filling(generation, batch);
        var result = batch.executeWithResult(() -> {
            handle(batch.getMessage());
            return events.size();
        });
        if (result.isExceptional()) {
            throw new IllegalStateException("a batch cannot be put into " + generation, result.exceptionResult());
        }
    }

    private void handle(EventMessage<?> event) throws Exception {
        NotOfThisRelease.requireKnown(event);
        projection.handle(event, Segment.ROOT_SEGMENT);
    }
}
