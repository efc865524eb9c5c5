package org.consentledger.query.rebuild;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.FilledGeneration;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.GenerationTables;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.consentledger.query.platform.Serving;
import org.consentledger.query.platform.Serving.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a new generation of a projection's tables from the first leaf on, batch by batch, never beyond the one that serves;
 * at its position, with that one held still, it compares their answers and swaps. A batch, its position, and the swap are one
 * transaction each: broken off anywhere, it goes on where it was, in whichever process. The database need not flush a batch
 * before the next: should it lose the last ones it loses their rows and positions together, and they are made again.
 */
@Component
class Rebuilding {
    private static final int BATCH = 500;

    private final Rebuilds rebuilds;
    private final Projections projections;
    private final Serving serving;
    private final GenerationTables tables;
    private final ComparedGenerations compared;
    private final DeadLetters letters;
    private final EventStore ledger;
    private final Configuration axon;
    private final TransactionTemplate transaction;

    Rebuilding(
            Rebuilds rebuilds,
            Projections projections,
            Serving serving,
            GenerationTables tables,
            ComparedGenerations compared,
            DeadLetters letters,
            EventStore ledger,
            Configuration axon,
            PlatformTransactionManager transactions) {
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.serving = serving;
        this.tables = tables;
        this.compared = compared;
        this.letters = letters;
        this.ledger = ledger;
        this.axon = axon;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Goes on with a rebuilding until it is over, or until it is told to stop, between two batches.
     *
     * @param projection that this process has claimed
     */
    void run(Projection projection, BooleanSupplier isToStop) throws InterruptedException {
        long position = begin(projection);
        var generation = filled(projection);
        var stream = ledger.openStream(new GlobalSequenceTrackingToken(position));
        try (var leaves = new LeavesAhead(stream, generation::looksInto)) {
            @Nullable SortedSet<String> questions = null;
            boolean over = false;
            while (!over && !isToStop.getAsBoolean()) {
                var served = serving.of(projection.name());
                if (served.position() - position > BATCH) {
                    position = fill(generation, position, leaves.next(BATCH));
                } else if (questions == null) {
                    // What only the newest leaves tell of is asked about as well.
                    position = catchUp(generation, position, served, leaves);
                    questions = questions(projection, served.generation(), generation.generation());
                } else {
                    end(projection, generation, questions, position, leaves);
                    over = true;
                }
            }
        }
    }

    private FilledGeneration filled(Projection projection) {
        var number = rebuilds.find(projection.name()).orElseThrow().generation();
        return new FilledGeneration(
                new Generation(projection.name(), Objects.requireNonNull(number)),
                projections.handlers(projection),
                axon);
    }

    private long begin(Projection projection) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var rebuild = rebuilds.locked(projection.name());
            if (!rebuild.isUnderWay()) {
                throw new IllegalStateException("rebuilding of " + projection.name() + " was called off");
            }
            long position = rebuild.position();
            if (rebuild.state() == Rebuild.State.REQUESTED) {
                var next = serving.of(projection.name()).generation().next();
                tables.create(next, projection.tables());
                rebuilds.begin(projection.name(), next.number());
                position = -1;
            }
            rebuilds.resume(projection.name());
            return position;
        }));
    }

    private long fill(FilledGeneration generation, long position, List<TrackedEventMessage<?>> events) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            rebuilds.commitUnflushed();
            return filled(generation, position, events);
        }));
    }

    /** Within a transaction. */
    private long filled(FilledGeneration generation, long position, List<TrackedEventMessage<?>> events) {
        var name = generation.generation().projection();
        requireAt(generation.generation(), position);
        generation.fill(events);
        long last = Leaf.of(events.getLast()).position();
        rebuilds.move(name, last);
        return last;
    }

    /** Within a transaction, until whose end nobody else changes it. */
    private Rebuild requireAt(Generation generation, long position) {
        var rebuild = rebuilds.locked(generation.projection());
        if (!rebuild.isAt(generation.number(), position)) {
            throw new IllegalStateException(
                    "another process rebuilds " + generation.projection() + ", or it was called off");
        }
        return rebuild;
    }

    private long catchUp(FilledGeneration generation, long position, Served served, LeavesAhead leaves) {
        return Objects.requireNonNull(transaction.execute(_ -> caughtUp(generation, position, served, leaves)));
    }

    /** Within a transaction. */
    private long caughtUp(FilledGeneration generation, long position, Served served, LeavesAhead leaves) {
        long reached = position;
        while (reached < served.position()) {
            var events = leaves.next(Math.toIntExact(Math.min(BATCH, served.position() - reached)));
            reached = filled(generation, reached, events);
        }
        if (reached != served.position()) {
            throw new IllegalStateException(generation.generation().projection() + " is behind what is made beside it");
        }
        return reached;
    }

    private SortedSet<String> questions(Projection projection, Generation served, Generation next) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            rebuilds.takeTime();
            tables.analyze(next, projection.tables());
            return compared.questions(served, next);
        }));
    }

    private void end(
            Projection projection,
            FilledGeneration generation,
            SortedSet<String> questions,
            long position,
            LeavesAhead leaves) {
        transaction.executeWithoutResult(_ -> {
            var served = serving.halted(projection.name());
            long reached = caughtUp(generation, position, served, leaves);
            var rebuild = requireAt(generation.generation(), reached);
            swapOrRollBack(projection, rebuild, served, generation.generation(), questions);
        });
    }

    private void swapOrRollBack(
            Projection projection, Rebuild rebuild, Served served, Generation next, SortedSet<String> questions) {
        var result = compared.compare(served.generation(), next, questions, letters.customers(projection.name()));
        int differing = result.differing().size();
        rebuilds.compared(
                projection.name(),
                result.asked(),
                differing,
                differing == 0
                        ? null
                        : "answered otherwise, among others: "
                                + result.differing().getFirst());
        if (differing == 0 || rebuild.acceptsDifferences()) {
            serving.swap(next, rebuild.version());
            letters.clear(projection.name());
            rebuilds.swapped(projection.name(), served.generation().number());
        } else {
            tables.drop(next);
            rebuilds.rolledBack(projection.name());
        }
    }
}
