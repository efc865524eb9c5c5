package org.consentledger.query.platform;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.consentledger.query.platform.Projections.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a projection its events, but for those of customers who wait with a dead letter: they wait behind it.
 *
 * <p>Rows are written once a batch, so the batch as a whole fails where one event cannot be handled. If that would come again,
 * the same stretch of the ledger is gone through once more, event by event, each up to a savepoint; so the event is found, and
 * parked with those of its customer alone. An event about no customer is never parked, nor is anything because of a failure
 * that may pass: the projection stands still then.
 */
final class Parking implements MessageHandlerInterceptor<EventMessage<?>>, ErrorHandler {
    /** Where so many wait it is not the events; the projection stands still. */
    static final int MOST_CUSTOMERS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final String RESOURCE = "batch of a projection";

    private final Projection projection;
    private final Serving serving;
    private final DeadLetters letters;
    private final HandledAlone alone;
    private final LongConsumer committed;
    /** The last leaf of a batch that failed by what would come again. */
    private volatile long carefulUpTo = -1;

    /** @param committed told the position of the last event of each batch that was committed */
    Parking(Projection projection, Serving serving, DeadLetters letters, HandledAlone alone, LongConsumer committed) {
        this.projection = projection;
        this.serving = serving;
        this.letters = letters;
        this.alone = alone;
        this.committed = committed;
    }

    private static final class Batch {
        private final Generation generation;
        private final Set<String> waiting;
        private long reached = -1;
        private @Nullable FilledGeneration filled;

        private Batch(Generation generation, Set<String> waiting) {
            this.generation = generation;
            this.waiting = new HashSet<>(waiting);
        }
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain handlers)
            throws Exception {
        Batch begun = unitOfWork.getResource(RESOURCE);
        var batch = begun == null ? begin(unitOfWork) : begun;
        var event = unitOfWork.getMessage();
        batch.reached = Leaf.position(event);
        if (waitsBehindAnother(batch, event)) {
            park(event, AboutWhom.of(event).orElseThrow(), null);
            return null;
        }
        if (batch.reached <= carefulUpTo) {
            handleAlone(batch, event);
            return null;
        }
        NotOfThisRelease.requireKnown(event);
        return handlers.proceed();
    }

    private Batch begin(UnitOfWork<?> unitOfWork) {
        var held = serving.held(projection.name());
        var served = held.served();
        projection.requireNotNewer(served.version());
        Tables.filling(served.generation(), unitOfWork);
        var batch = new Batch(served.generation(), held.waiting());
        unitOfWork.resources().put(RESOURCE, batch);
        unitOfWork.afterCommit(_ -> committed.accept(batch.reached));
        return batch;
    }

    private boolean waitsBehindAnother(Batch batch, EventMessage<?> event) {
        return !batch.waiting.isEmpty()
                && filled(batch).looksInto(event)
                && AboutWhom.of(event)
                        .map(customer -> batch.waiting.contains(customer.value()))
                        .orElse(false);
    }

    private void handleAlone(Batch batch, EventMessage<?> event) {
        var failed = alone.handle(filled(batch), event);
        if (failed.isEmpty()) {
            return;
        }
        var failure = failed.get();
        var customer = AboutWhom.of(event)
                .orElseThrow(() -> new IllegalStateException(
                        projection.name() + " cannot handle " + event.getIdentifier() + ", which is about no customer",
                        failure.failure()));
        if (batch.waiting.size() >= MOST_CUSTOMERS) {
            throw new IllegalStateException(
                    projection.name() + " has dead letters of " + batch.waiting.size() + " customers already",
                    failure.failure());
        }
        park(event, customer, failure.cause());
        batch.waiting.add(customer.value());
        LOG.warn(
                "projection {} cannot handle event {} at {}, and parks what its customer does from there on: {}",
                projection.name(),
                event.getIdentifier(),
                batch.reached,
                failure.cause());
    }

    private void park(EventMessage<?> event, CustomerId customer, @Nullable String cause) {
        letters.park(projection.name(), Leaf.of(event), customer, AboutWhom.type(event), cause);
    }

    private FilledGeneration filled(Batch batch) {
        var filled = batch.filled;
        if (filled == null) {
            filled = alone.filled(projection, batch.generation);
            batch.filled = filled;
        }
        return filled;
    }

    /** A batch was rolled back, which is tried again from its first event on. */
    @Override
    public void handleError(ErrorContext failed) throws Exception {
        if (LastingFailure.of(failed.error()).isPresent()
                && !failed.failedEvents().isEmpty()) {
            carefulUpTo =
                    Math.max(carefulUpTo, Leaf.position(failed.failedEvents().getLast()));
        }
        PropagatingErrorHandler.instance().handleError(failed);
    }
}
