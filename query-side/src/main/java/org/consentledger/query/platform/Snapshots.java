package org.consentledger.query.platform;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.events.CustomerId;
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
     * What a question about all customers finds once its projection has included the first {@code size} leaves
     * of the ledger, with nobody's event left out.
     *
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where two seconds were not enough
     */
    public <T> T whenIncluded(String projection, long size, Supplier<T> question) {
        return whenIncluded(projection, () -> serving.answering(projection, null), size, question);
    }

    /**
     * The same about one customer: what others wait with does not matter.
     *
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where two seconds were not enough
     */
    public <T> T whenIncludedOf(String projection, CustomerId customerId, long size, Supplier<T> question) {
        return whenIncluded(projection, () -> serving.answering(projection, customerId), size, question);
    }

    /**
     * The same about no customer at all, such as about terms: what customers wait with is no part of any answer.
     *
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where two seconds were not enough
     */
    public <T> T whenIncludedOfNobody(String projection, long size, Supplier<T> question) {
        return whenIncluded(projection, () -> serving.of(projection), size, question);
    }

    private <T> T whenIncluded(String projection, Supplier<Serving.Served> served, long size, Supplier<T> question) {
        Optional<T> found = progress.whenIncluded(
                projection,
                size,
                () -> Objects.requireNonNull(snapshot.execute(_ -> found(served.get(), size, question))));
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

    /**
     * How far a projection is with all customers, as a question about the present sees it within a snapshot; -1 where it has
     * included nothing.
     *
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where an event waits: what was included after it is no present
     */
    public long position(String projection) {
        long position = serving.of(projection).position();
        if (serving.answering(projection, null).position() < position) {
            throw Progress.behind(position + 1);
        }
        return position;
    }
}
