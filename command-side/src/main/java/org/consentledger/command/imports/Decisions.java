package org.consentledger.command.imports;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.LookedUp;
import org.consentledger.command.platform.RecordOfThePast;
import org.jspecify.annotations.Nullable;

/**
 * Has rows decided, many at a time: what the ledger knows already is asked once for a batch, and the rest is on its way
 * when this returns.
 */
final class Decisions implements AutoCloseable {
    private final KindsOfRecords kinds;
    private final Commands commands;
    private final Judge judge;
    private final Patience patience;
    private final Lanes lanes = new Lanes();

    Decisions(KindsOfRecords kinds, Commands commands, Judge judge, BooleanSupplier stopping) {
        this.kinds = kinds;
        this.commands = commands;
        this.judge = judge;
        this.patience = new Patience(stopping);
    }

    /**
     * A row on its way.
     *
     * @param kind {@code null} where it is of none that there is
     */
    record Pending(Place place, @Nullable String kind, CompletableFuture<Outcome> outcome) {}

    /** What a row means: a record, or nothing, for a reason. */
    private sealed interface Meaning {
        record Something(RecordOfThePast record) implements Meaning {}

        record Nothing(CommandRejected reason) implements Meaning {}
    }

    /** In the order of the batch. */
    List<Pending> of(List<Row> batch) {
        var meanings = batch.stream().map(this::meaning).toList();
        var records = meanings.stream()
                .map(meaning -> meaning instanceof Meaning.Something(var record) ? record : null)
                .filter(Objects::nonNull)
                .toList();
        Queue<LookedUp> known = new ArrayDeque<>(patience.have(() -> commands.lookUp(records)));
        return IntStream.range(0, batch.size())
                .mapToObj(i ->
                        new Pending(batch.get(i).place(), kinds.kindOf(batch.get(i)), outcome(meanings.get(i), known)))
                .toList();
    }

    private Meaning meaning(Row row) {
        return switch (row) {
            case Row.Illegible illegible -> new Meaning.Nothing(illegible.fault());
            case Row.Legible legible -> {
                try {
                    yield new Meaning.Something(
                            patience.have(() -> kinds.read(legible.members().deepCopy())));
                } catch (CommandRejected reason) {
                    yield new Meaning.Nothing(reason);
                }
            }
        };
    }

    private CompletableFuture<Outcome> outcome(Meaning meaning, Queue<LookedUp> known) {
        return switch (meaning) {
            case Meaning.Nothing(var reason) -> CompletableFuture.completedFuture(new Outcome.Rejected(reason));
            case Meaning.Something _ -> outcome(known.remove());
        };
    }

    private CompletableFuture<Outcome> outcome(LookedUp lookedUp) {
        return switch (lookedUp.known()) {
            case THE_SAME -> CompletableFuture.completedFuture(new Outcome.AlreadyRecorded());
            case SOMETHING_ELSE ->
                CompletableFuture.completedFuture(
                        new Outcome.Rejected(new CommandRejected(Code.IDEMPOTENCY_KEY_REUSED)));
            case NOTHING -> lanes.submit(lookedUp.record().customerId(), () -> judged(lookedUp));
        };
    }

    private Outcome judged(LookedUp lookedUp) {
        try {
            return patience.have(() -> judge.judge(lookedUp));
        } catch (CommandRejected reason) {
            return new Outcome.Rejected(reason);
        }
    }

    @Override
    public void close() {
        lanes.close();
    }
}
