package org.consentledger.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.append.Appending;
import org.consentledger.ledger.append.DataKeyTaken;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Premise;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.RememberedErasure;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.jspecify.annotations.Nullable;

/**
 * The ledger behind Axon's interface. Only events of aggregates are stored, in the order of the ledger, and what is
 * read carries {@code recordedAt} as its time stamp: the time at which Axon made a message is not kept.
 */
public final class LedgerEventStorageEngine extends AbstractEventStorageEngine {
    private static final long BEFORE_THE_FIRST = -1;
    private static final int MOST_TRIES = 20;

    /** Of streams that are long, kept by each process: some 15 MB. */
    private static final int MOST_EVENTS_KEPT = 20_000;

    private final GroupAppender appender;
    private final EventRows events;
    private final AppendedForms forms;
    private final DataKeys dataKeys;
    private final Consumer<List<RememberedErasure>> onErased;
    private final LongStreams longStreams = new LongStreams(MOST_EVENTS_KEPT);

    private LedgerEventStorageEngine(
            Builder builder,
            GroupAppender appender,
            EventRows events,
            AppendedForms forms,
            DataKeys dataKeys,
            Consumer<List<RememberedErasure>> onErased) {
        super(builder);
        this.appender = appender;
        this.events = events;
        this.forms = forms;
        this.dataKeys = dataKeys;
        this.onErased = onErased;
    }

    /** @param onErased takes the erasures that were committed, before anybody hears of them */
    public static LedgerEventStorageEngine create(
            GroupAppender appender,
            EventRows events,
            EventSerializer eventSerializer,
            DataKeys dataKeys,
            Consumer<List<RememberedErasure>> onErased,
            EventUpcaster upcasters) {
        var builder = new Builder();
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                .upcasterChain(upcasters);
        return new LedgerEventStorageEngine(
                builder, appender, events, new AppendedForms(eventSerializer), dataKeys, onErased);
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {}

    /**
     * Returns when the events are durable and the signer is done with them.
     *
     * @throws IllegalStateException where this unit of work has appended before: what it does is one fact, stored at
     *     one time
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer ours) {
        if (messages.isEmpty()) {
            return;
        }
        var unitOfWork = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        if (unitOfWork != null && Appended.find(unitOfWork).isPresent()) {
            throw new IllegalStateException("a unit of work appends once");
        }
        var appending = unitOfWork == null
                ? append(messages, null, List.of())
                : append(messages, Appended.claimOf(unitOfWork), Appended.premisesOf(unitOfWork));
        if (unitOfWork != null) {
            var ids = messages.stream().map(EventMessage::getIdentifier).toList();
            new Appended(ids, appending, appending.covering().join()).putInto(unitOfWork);
        }
    }

    /** Seals again, with the key that is there, where another unit of work was the first to store one. */
    private Appending append(
            List<? extends EventMessage<?>> messages, @Nullable Claimed claimed, List<Premise> premises) {
        var keys = new UnitKeys(dataKeys, claimed == null ? null : claimed.keys());
        for (int tried = 1; ; tried++) {
            try {
                return append(messages, claimed == null ? null : claimed.claim(), premises, keys);
            } catch (DataKeyTaken e) {
                if (tried == MOST_TRIES) {
                    throw e;
                }
                keys = new UnitKeys(dataKeys, null);
            }
        }
    }

    private Appending append(
            List<? extends EventMessage<?>> messages,
            @Nullable RequestClaim claim,
            List<Premise> premises,
            UnitKeys keys) {
        var events = messages.stream().map(message -> forms.of(message, keys)).toList();
        var stored = claim == null ? null : keys.stored(claim);
        var appending = appender.append(
                events,
                stored,
                premises,
                keys.customers(committed -> forms.of(committed, new UnitKeys(dataKeys, null))));
        keys.stored();
        ReadAhead.current().appended(events, appending);
        remember(messages, appending);
        return appending;
    }

    private void remember(List<? extends EventMessage<?>> messages, Appending appending) {
        var erasures = new ArrayList<RememberedErasure>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).getPayload() instanceof PersonalDataErased erased) {
                erasures.add(new RememberedErasure(
                        appending.firstPosition() + i, appending.recordedAt(), erased.customerId()));
            }
        }
        if (!erasures.isEmpty()) {
            onErased.accept(erasures);
        }
    }

    /**
     * The events of an aggregate, of which none is passed over.
     *
     * @throws NotOfThisRelease while they are read, where a newer release has recorded one of them
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return firstSequenceNumber == 0 && isOfCustomer(aggregateIdentifier)
                ? longStreams.read(aggregateIdentifier, next -> known(aggregateIdentifier, next))
                : known(aggregateIdentifier, firstSequenceNumber);
    }

    /** Those of terms hold whole texts, and are read on from where they end by who asks for terms. */
    private static boolean isOfCustomer(String aggregateIdentifier) {
        return AggregateIds.customerOf(aggregateIdentifier).isPresent();
    }

    private DomainEventStream known(String aggregateIdentifier, long firstSequenceNumber) {
        return super.readEvents(aggregateIdentifier, firstSequenceNumber).filter(LedgerEventStorageEngine::isKnown);
    }

    private static boolean isKnown(DomainEventMessage<?> event) {
        NotOfThisRelease.requireKnown(event);
        return true;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        var ahead = ReadAhead.current().events(identifier, firstSequenceNumber);
        return ahead == null ? events.ofAggregate(identifier, firstSequenceNumber) : ahead;
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return events.allFrom(positionAfter(token));
    }

    /** Where a reader goes on who has read up to this token; {@code null} is before the first event. */
    static long positionAfter(@Nullable TrackingToken token) {
        TrackingToken lowest = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (lowest) {
            case null -> 0;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex() + 1;
            default -> throw new IllegalArgumentException("not a token of the ledger: " + lowest);
        };
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return events.lastSeq(aggregateIdentifier);
    }

    /** Nobody makes one: a long stream is read from where it was read to before. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the ledger keeps no snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(BEFORE_THE_FIRST);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events.size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(events.countBefore(dateTime) - 1);
    }
}
