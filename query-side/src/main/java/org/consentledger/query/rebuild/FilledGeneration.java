package org.consentledger.query.rebuild;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.Tables;

/** Hands batches of events to a projection's own event handlers, which put the rows into another generation. */
final class FilledGeneration {
    private final Generation generation;
    private final EventHandlerInvoker projection;

    FilledGeneration(Generation generation, Object handlers, ParameterResolverFactory parameters) {
        this.generation = generation;
        this.projection = SimpleEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    Generation generation() {
        return generation;
    }

    /** Whether the projection does anything with such an event. */
    boolean looksInto(EventMessage<?> event) {
        return projection.canHandle(event, Segment.ROOT_SEGMENT);
    }

    /** Within a transaction, which is to roll back where this throws. */
    void fill(List<? extends TrackedEventMessage<?>> events) {
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
        projection.handle(event, Segment.ROOT_SEGMENT);
    }
}
