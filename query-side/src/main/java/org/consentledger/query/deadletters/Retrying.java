package org.consentledger.query.deadletters;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.DeadLetter;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.HandledAlone;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Projections.Projection;
import org.consentledger.query.platform.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the dead letters of a customer again, in their order, until one fails. The event comes from the ledger itself, as this
 * release reads it. Each is a transaction in which the projection stands still, so it is tried once at a time, whoever asks.
 */
@Component
class Retrying {
    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
    private static final int PATIENCE_SECONDS = 1;

    private final DeadLetters letters;
    private final HandledAlone alone;
    private final Serving serving;
    private final EventStore ledger;
    private final TransactionTemplate transaction;

    Retrying(
            DeadLetters letters,
            HandledAlone alone,
            Serving serving,
            EventStore ledger,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.alone = alone;
        this.serving = serving;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries them.
     *
     * @return how many events were handled
     * @throws IllegalStateException where a newer release has filled the tables
     * @throws RuntimeException what may pass
     */
    int retry(Projection projection, CustomerId customerId) {
        int handled = 0;
        while (Objects.requireNonNull(transaction.execute(_ -> isFirstHandled(projection, customerId)))) {
            handled++;
        }
        return handled;
    }

    private boolean isFirstHandled(Projection projection, CustomerId customerId) {
        var served = serving.halted(projection.name());
        projection.requireNotNewer(served.version());
        var letter = letters.first(projection.name(), customerId);
        if (letter.isEmpty()) {
            return false;
        }
        var cause = event(letter.get()).flatMap(event -> alone.tried(projection, served.generation(), event));
        if (cause.isPresent()) {
            letters.failedAgain(letter.get(), cause.get());
            return false;
        }
        letters.handled(letter.get());
        LOG.info(
                "projection {} has handled event {}, which was a dead letter",
                projection.name(),
                letter.get().eventId());
        return true;
    }

    /** Empty where this release reads nothing there. */
    private Optional<TrackedEventMessage<?>> event(DeadLetter letter) {
        try (var events = ledger.openStream(new GlobalSequenceTrackingToken(letter.position() - 1))) {
            return events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? Optional.<TrackedEventMessage<?>>of(events.nextAvailable())
                            .filter(event -> Leaf.of(event).position() == letter.position())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
