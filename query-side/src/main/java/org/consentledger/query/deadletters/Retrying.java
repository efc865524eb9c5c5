package org.consentledger.query.deadletters;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.platform.DeadLetter;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.HandledAlone;
import org.consentledger.query.platform.Projections.Projection;
import org.consentledger.query.platform.Serving;
import org.consentledger.query.platform.Serving.Served;
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

    private final DeadLetters letters;
    private final HandledAlone alone;
    private final Serving serving;
    private final LedgerReader ledger;
    private final TransactionTemplate transaction;

    Retrying(
            DeadLetters letters,
            HandledAlone alone,
            Serving serving,
            LedgerReader ledger,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.alone = alone;
        this.serving = serving;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries one after the other. Whatever one fails with counts as a try of it, and is no obstacle to those of others.
     *
     * @param next the first letter of the customer, if it is to be tried; asked for while the projection stands still
     * @param isToStop asked between two letters
     * @return how many events were handled
     * @throws IllegalStateException where a newer release has filled the tables
     * @throws RuntimeException where not even the try can be counted
     */
    int retry(Projection projection, Supplier<Optional<DeadLetter>> next, BooleanSupplier isToStop) {
        int handled = 0;
        while (!isToStop.getAsBoolean() && isHandled(projection, next)) {
            handled++;
        }
        return handled;
    }

    private boolean isHandled(Projection projection, Supplier<Optional<DeadLetter>> next) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> isNextHandled(projection, next)));
        } catch (RuntimeException | Error e) {
            count(projection, next, e);
            LOG.warn("a dead letter of projection {} is tried again later", projection.name(), e);
            return false;
        }
    }

    private boolean isNextHandled(Projection projection, Supplier<Optional<DeadLetter>> next) {
        var generation = halted(projection).generation();
        var waiting = next.get();
        if (waiting.isEmpty()) {
            return false;
        }
        var letter = waiting.get();
        // Empty where this release reads nothing there.
        var cause = ledger.message(letter.position()).flatMap(event -> alone.tried(projection, generation, event));
        if (cause.isPresent()) {
            letters.failedAgain(letter, cause.get());
            return false;
        }
        letters.handled(letter);
        LOG.info("projection {} has handled event {}, which was a dead letter", projection.name(), letter.eventId());
        return true;
    }

    /** That a letter was tried, after all of the try was rolled back. */
    private void count(Projection projection, Supplier<Optional<DeadLetter>> next, Throwable failure) {
        try {
            transaction.executeWithoutResult(_ -> {
                halted(projection);
                next.get().ifPresent(letter -> letters.failedAgain(letter, HandledAlone.cause(failure)));
            });
        } catch (RuntimeException | Error e) {
            e.addSuppressed(failure);
            throw e;
        }
    }

    private Served halted(Projection projection) {
        var served = serving.halted(projection.name());
        projection.requireNotNewer(served.version());
        return served;
    }
}
