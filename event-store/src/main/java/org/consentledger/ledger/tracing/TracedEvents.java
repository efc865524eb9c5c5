package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which span appended an event, for the projections of whatever process that handle it in the minutes after. It is noted
 * before the event is stored, so that no projection comes too early; where the append fails the note means nothing. A note
 * that cannot be made or read costs a trace its end, and neither the append nor the projection fails for it. The append waits
 * for its note, for a second at most once there is a connection, and as long again where old ones are deleted.
 */
public final class TracedEvents implements MessageDispatchInterceptor<EventMessage<?>> {
    static final String DELETE_OLD = "delete from ledger.traced_event where noted_at < now() - interval '10 minutes'";

    private static final Logger LOG = LoggerFactory.getLogger(TracedEvents.class);
    /** Old notes are deleted once in so many. */
    private static final int BETWEEN_DELETIONS = 256;

    /** Seconds that the database gets for it. */
    private static final int PATIENCE = 1;

    private final JdbcClient jdbc;
    private final TransactionTemplate upToSavepoint;
    private final AtomicLong noted = new AtomicLong();

    /** @param transactions of that data source */
    public TracedEvents(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.upToSavepoint = new TransactionTemplate(transactions);
        upToSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        var span = Span.current().getSpanContext();
        if (span.isSampled() && !events.isEmpty()) {
            note(ids(events), span);
        }
        return (_, event) -> event;
    }

    private void note(UUID[] events, SpanContext span) {
        try {
            jdbc.sql("""
                    insert into ledger.traced_event (event_id, trace_id, span_id) select id, ?, ? from unnest(?::uuid[]) id
                    on conflict do nothing""")
                    .withQueryTimeout(PATIENCE)
                    .param(span.getTraceId())
                    .param(span.getSpanId())
                    .param(events)
                    .update();
            if (noted.getAndIncrement() % BETWEEN_DELETIONS == 0) {
                jdbc.sql(DELETE_OLD).withQueryTimeout(PATIENCE).update();
            }
        } catch (RuntimeException e) {
            LOG.warn("a trace ends before its projections", e);
        }
    }

    /**
     * The spans that appended those of the events which were traced, by event id. Asked within the transaction of a batch,
     * which a refusal would otherwise end.
     */
    Map<String, SpanContext> of(Collection<? extends EventMessage<?>> events) {
        var spans = new HashMap<String, SpanContext>();
        try {
            upToSavepoint.executeWithoutResult(_ -> jdbc.sql(
                            "select event_id, trace_id, span_id from ledger.traced_event where event_id = any(?::uuid[])")
                    .param(ids(events))
                    .query(row -> {
                        spans.put(row.getString(1), appendedBy(row.getString(2), row.getString(3)));
                    }));
        } catch (RuntimeException e) {
            LOG.warn("a projection does not know which traces its events belong to", e);
        }
        return spans;
    }

    /** Never as a remote one, whichever process it was: that its trace is sampled was decided in this ledger already. */
    private static SpanContext appendedBy(String traceId, String spanId) {
        return SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static UUID[] ids(Collection<? extends EventMessage<?>> events) {
        return events.stream()
                .map(event -> UUID.fromString(event.getIdentifier()))
                .toArray(UUID[]::new);
    }
}
