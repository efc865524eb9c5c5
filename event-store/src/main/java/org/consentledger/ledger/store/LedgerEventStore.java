package org.consentledger.ledger.store;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.rows.EventRows;
import org.jspecify.annotations.Nullable;

/** The ledger as Axon's event store and event bus. Whoever reads it in order gets each event once, as it is committed. */
public final class LedgerEventStore extends AbstractEventStore implements AutoCloseable {
    private static final EventBusSpanFactory NO_SPANS = DefaultEventBusSpanFactory.builder()
            .spanFactory(NoOpSpanFactory.INSTANCE)
            .build();

    private final EventRows events;
    private final Head head;
    private final RecentEvents recent;
    private final OtherProcesses otherProcesses;

    private LedgerEventStore(
            Builder builder, LedgerEventStorageEngine engine, EventRows events, Head head, EventUpcaster upcasters) {
        super(builder);
        this.events = events;
        this.head = head;
        this.recent = new RecentEvents(events, head, engine.getEventSerializer(), upcasters);
        this.otherProcesses = new OtherProcesses(events, head);
    }

    /** @param head the one that the appender of this process advances */
    public static LedgerEventStore create(
            LedgerEventStorageEngine engine, EventRows events, Head head, EventUpcaster upcasters) {
        return create(engine, events, head, upcasters, NoOpMessageMonitor.instance(), NO_SPANS);
    }

    /**
     * @param monitor hears of every event that is published, and of the commit that stored it
     * @param spans made of each append
     */
    public static LedgerEventStore create(
            LedgerEventStorageEngine engine,
            EventRows events,
            Head head,
            EventUpcaster upcasters,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spans) {
        var builder = new Builder();
        builder.storageEngine(engine);
        builder.messageMonitor(monitor);
        builder.spanFactory(spans);
        return new LedgerEventStore(builder, engine, events, head, upcasters);
    }

    private static final class Builder extends AbstractEventStore.Builder {}

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        long first = LedgerEventStorageEngine.positionAfter(trackingToken);
        followOthers();
        recent.forget();
        return new LedgerEventStream(recent, head, first);
    }

    /** Has this process's head hear of what others append, from now on; a stream that is opened does so by itself. */
    public void followOthers() {
        head.reached(events.size());
        otherProcesses.watch();
    }

    @Override
    public void close() {
        otherProcesses.close();
    }
}
