package org.consentledger.query.platform;

import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.query.platform.Projections.Projection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a projection handle one event by itself, within the transaction of whoever asks: all that comes of it, or nothing. */
@Component
public class HandledAlone {
    private final Projections projections;
    private final ObjectProvider<Configuration> axon;
    private final TransactionTemplate upToSavepoint;

    HandledAlone(Projections projections, ObjectProvider<Configuration> axon, PlatformTransactionManager transactions) {
        this.projections = projections;
        this.axon = axon;
        this.upToSavepoint = new TransactionTemplate(transactions);
        upToSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Handles it.
     *
     * @return class and place of a failure that would come again; empty where the event was handled
     * @throws RuntimeException what may pass
     */
    public Optional<String> tried(Projection projection, Generation generation, EventMessage<?> event) {
        return handle(filled(projection, generation), event).map(LastingFailure::cause);
    }

    /** Class and place of a failure, never its text, which may repeat what the event says. */
    public static String cause(Throwable failure) {
        return LastingFailure.cause(failure);
    }

    FilledGeneration filled(Projection projection, Generation generation) {
        return new FilledGeneration(generation, projections.handlers(projection), axon.getObject());
    }

    Optional<LastingFailure> handle(FilledGeneration generation, EventMessage<?> event) {
        try {
            upToSavepoint.executeWithoutResult(_ -> generation.fill(List.of(event)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(LastingFailure.of(e).orElseThrow(() -> e));
        }
    }
}
