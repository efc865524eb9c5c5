package org.consentledger.ledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.append.EventRefused;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.append.OutcomeUnknown;
import org.consentledger.ledger.append.Upstream;
import org.consentledger.ledger.append.UpstreamDamaged;
import org.consentledger.ledger.append.UpstreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * The events of one context of Axon Server. An event's global token is its place: dense from 0. Nothing here waits long,
 * since whoever appends holds the ledger's lock meanwhile.
 */
public final class AxonServerEvents implements Upstream, AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration CONFIRMATION = Duration.ofSeconds(2);
    private static final int BUFFER = 512;

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";

    private final AxonServerAddress address;
    private final AxonServerConnectionFactory factory;
    private final EventForm form;
    private final long answerMillis;
    private final long confirmMillis;
    private @Nullable AxonServerConnection connection;

    /**
     * Connects when it is first asked for something.
     *
     * @param origin of the ledger; it goes with each event, and the event of another ledger is none of this one
     */
    public AxonServerEvents(AxonServerAddress address, String origin) {
        this(address, origin, ANSWER, CONFIRMATION);
    }

    /** With that much patience for an answer and for the confirmation of what is stored. */
    AxonServerEvents(AxonServerAddress address, String origin, Duration answer, Duration confirmation) {
        this.answerMillis = answer.toMillis();
        this.confirmMillis = confirmation.toMillis();
        this.form = new EventForm(origin);
        this.address = address;
        this.factory = address.factory();
    }

    private synchronized EventChannel channel() {
        if (connection == null) {
            connection = factory.connect(address.context());
        }
        return connection.eventChannel();
    }

    @Override
    public long last() {
        try {
            return channel().getLastToken().get(answerMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | StatusRuntimeException e) {
            throw new LedgerUnavailable(address + " does not answer", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public List<UpstreamEvent> between(long first, long last) {
        var events = new ArrayList<UpstreamEvent>();
        if (last < first) {
            return events;
        }
        try (var stream = channel().openStream(first - 1, BUFFER)) {
            for (long place = first; place <= last; place++) {
                events.add(form.read(next(stream, place)));
            }
        } catch (StatusRuntimeException e) {
            throw new LedgerUnavailable(address + " does not answer", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return events;
    }

    private EventWithToken next(EventStream stream, long place) throws InterruptedException {
        var next = stream.nextIfAvailable(answerMillis, TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new LedgerUnavailable(
                    address + " does not give event " + place, stream.getError().orElse(null));
        }
        if (next.getToken() != place) {
            throw new UpstreamDamaged(
                    "where the event with token " + place + " belongs, " + address + " has " + next.getToken());
        }
        return next;
    }

    @Override
    public void append(List<UpstreamEvent> events) {
        var confirmed = commit(begin(written(events)));
        try {
            if (!confirmed.get(confirmMillis, TimeUnit.MILLISECONDS).getSuccess()) {
                throw new OutcomeUnknown(address + " did not confirm the events", null);
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw new OutcomeUnknown(address + " did not say whether it stored the events", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private List<Event> written(List<UpstreamEvent> events) {
        try {
            return events.stream().map(form::write).toList();
        } catch (RuntimeException e) {
            throw new EventRefused(e);
        }
    }

    /** Until it is committed nothing is stored. */
    private AppendEventsTransaction begin(List<Event> events) {
        AppendEventsTransaction transaction = null;
        try {
            transaction = channel().startAppendEventsTransaction();
            events.forEach(transaction::appendEvent);
            return transaction;
        } catch (RuntimeException e) {
            if (transaction != null) {
                transaction.rollback();
            }
            throw new LedgerUnavailable("the way to " + address + " broke before it was told to store anything", e);
        }
    }

    private CompletableFuture<Confirmation> commit(AppendEventsTransaction transaction) {
        try {
            return transaction.commit();
        } catch (RuntimeException e) {
            throw new OutcomeUnknown("the way to " + address + " broke", e);
        }
    }

    /** It stores all or none, and none where one of them does not follow its aggregate. */
    private RuntimeException failure(ExecutionException e) {
        var trailers = e.getCause() instanceof StatusRuntimeException status ? status.getTrailers() : null;
        return trailers != null && INVALID_SEQUENCE.equals(trailers.get(ERROR_CODE))
                ? new ConcurrencyException("somebody else stored an event of the same aggregate", e)
                : new OutcomeUnknown("the way to " + address + " broke while it stored the events", e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        return new IllegalStateException("nobody interrupts who reads or appends events", e);
    }

    @Override
    public synchronized void close() {
        factory.shutdown();
    }
}
