package org.consentledger.query.platform;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.query.platform.Progress.Found;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that need several statements: all see one state of the database. */
@Component
public class Snapshots {
    private final Serving serving;
    private final Progress progress;
    private final TransactionTemplate snapshot;

    Snapshots(Serving serving, Progress progress, PlatformTransactionManager transactions) {
        this.serving = serving;
        this.progress = progress;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What a question finds once its projection has included the first {@code size} leaves of the ledger.
     *
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where two seconds were not enough
     */
    public <T> T whenIncluded(String projection, long size, Supplier<T> question) {
        Optional<T> found = progress.whenIncluded(
                projection,
                size,
                () -> Objects.requireNonNull(snapshot.execute(_ -> found(serving.of(projection), size, question))));
        return found.orElseThrow();
    }

    /** A question is put only to rows that are complete: what is missing from others says nothing. */
    private static <T> Found<Optional<T>> found(Serving.Served served, long size, Supplier<T> question) {
        return new Found<>(
                served.position(),
                served.position() + 1 >= size
                        ? Optional.of(Tables.reading(served.generation(), question))
                        : Optional.empty());
    }

    /** How far a projection is, as a question within a snapshot sees it; -1 where it has included nothing. */
    public long position(String projection) {
        return serving.of(projection).position();
    }
}
