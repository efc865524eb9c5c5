package org.consentledger.ledger.append;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends for all threads of this process, on one thread of its own: while one group is committed and signed the next
 * one piles up ({@link WaitingUnits}), so the more is written at once, the fewer commits it takes. Several processes may
 * append to one ledger; the lock on the tree row orders them.
 */
public final class GroupAppender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    private static final long STOP_SECONDS = 30;

    private final Signing signing;
    private final GroupStore store;
    private final WaitingUnits waiting = new WaitingUnits();
    private final Thread thread = new Thread(this::run, "ledger-append");

    /** One whose events live in this database. */
    public GroupAppender(DataSource dataSource, Signing signing, Head head) {
        this(signing, new DatabaseStore(dataSource, signing, head));
    }

    /** One whose events live elsewhere; this database follows. */
    public GroupAppender(DataSource dataSource, Signing signing, Head head, Following following) {
        this(signing, new UpstreamStore(dataSource, signing, head, following));
    }

    private GroupAppender(Signing signing, GroupStore store) {
        this.signing = signing;
        this.store = store;
        thread.start();
    }

    /** Appends events that rest on nothing but their own aggregates, and are about no customer. */
    public Appending append(List<EventToAppend> events, @Nullable IdempotencyClaim claim) {
        return append(events, claim, List.of(), List.of());
    }

    /**
     * Appends the events of one unit of work, all or none, and returns when they are durable and the signer is done.
     *
     * @param premises what it rests on beside the aggregates of its events
     * @param customers whom they are about; they are refused where one of them is erased
     * @throws org.axonframework.modelling.command.ConcurrencyException where an aggregate has moved on, or a premise
     *     holds no longer;
     *     {@link org.axonframework.modelling.command.AggregateStreamCreationException} where it should begin and is there
     * @throws IdempotencyKeyTaken where the claim's key is stored already
     * @throws DataKeyTaken where a customer has another data key than the one used
     * @throws org.consentledger.ledger.personal.CustomerErased where a customer is erased
     * @throws OutcomeUnknown where the database did not say whether it committed
     * @throws RuntimeException of this package otherwise: nothing was stored
     */
    public Appending append(
            List<EventToAppend> events,
            @Nullable IdempotencyClaim claim,
            List<Premise> premises,
            List<CustomerOfUnit> customers) {
        signing.admit();
        store.admit();
        var unit = new UnitToAppend(events, claim, premises, customers);
        waiting.add(unit);
        try {
            return unit.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        } finally {
            waiting.answered();
        }
    }

    private void run() {
        try {
            for (var group = waiting.nextGroup(); !group.isEmpty(); group = waiting.nextGroup()) {
                store.store(group);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the appender", e);
        }
    }

    /** Appends what is waiting already and then ends. */
    @Override
    public void close() {
        waiting.close();
        try {
            if (!thread.join(Duration.ofSeconds(STOP_SECONDS))) {
                LOG.error("the appender did not end within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
