package org.consentledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A replay as Axon's Spring Boot starter makes it, but for Jackson 3 and the token that it begins with: a tracking processor
 * of one thread, its token kept by JDBC, each event in a transaction of its own. The handler is as small as it can be: one
 * insert into a table with the columns and the key of the product's.
 */
final class StockAxonReplay implements AutoCloseable {
    private static final String NAME = "standing";
    private static final int AT_ONCE = 500;
    private static final String TABLE = """
            create table fact (
                terms_id text not null collate "C", customer_id text not null collate "C", position bigint not null,
                event_id text not null, recorded_at timestamptz not null, kind text not null, fact jsonb not null,
                primary key (terms_id, customer_id, position))""";

    /** The token that Axon begins with otherwise says that this is a replay, and Jackson 3 does not read it back. */
    private static final TrackingEventProcessorConfiguration FROM_THE_FIRST =
            TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andInitialTrackingToken(StreamableMessageSource::createTailToken);

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final EmbeddedEventStore store;
    private final TrackingEventProcessor processor;

    private StockAxonReplay(
            HikariDataSource pool, JdbcClient jdbc, EmbeddedEventStore store, TrackingEventProcessor processor) {
        this.pool = pool;
        this.jdbc = jdbc;
        this.store = store;
        this.processor = processor;
    }

    /** @param pool on an empty database; ended with the replay */
    static StockAxonReplay of(HikariDataSource pool, int events) {
        var store = StockAxonStore.on(pool);
        var transactions = store.transactions();
        var jdbc = JdbcClient.create(pool);
        jdbc.sql(TABLE).update();
        fill(store, events);
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(store.connections())
                .serializer(store.serializer())
                .build();
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        var processor = TrackingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Projection(jdbc))
                        .build())
                .messageSource(store.events())
                .tokenStore(tokens)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(FROM_THE_FIRST)
                .build();
        return new StockAxonReplay(pool, jdbc, store.events(), processor);
    }

    private static void fill(StockAxonStore store, int events) {
        var some = new ArrayList<DomainEventMessage<?>>();
        for (int number = 0; number < events; number++) {
            some.add(Accepted.message(number));
            if (some.size() == AT_ONCE || number == events - 1) {
                store.transactions().executeInTransaction(() -> store.events().publish(some));
                some.clear();
            }
        }
    }

    /** About 1 kB, half of them the first of a customer. */
    record Accepted(
            String customerId,
            String termsId,
            int edition,
            String digest,
            Map<String, String> decisions,
            Instant expressedAt,
            String channel,
            String evidence) {
        private static final Instant EXPRESSED_AT = Instant.parse("2026-01-01T00:00:00Z");

        private static DomainEventMessage<Accepted> message(int number) {
            var customer = "replayed-" + number / 2;
            return new GenericDomainEventMessage<>(
                    "Agreement",
                    customer,
                    number % 2,
                    new Accepted(
                            customer,
                            "desknets-cloud",
                            13,
                            "sha256:" + "0123456789abcdef".repeat(4),
                            Map.of("newsletter", "GIVEN", "questionnaire", "REFUSED"),
                            EXPRESSED_AT,
                            "STORE",
                            "signed up at the counter; read the terms on the shop's tablet; asked about calls. "
                                    .repeat(8)));
        }
    }

    /** The rows of the projection, none of which is in the database any more when it begins. */
    static final class Projection {
        private final JdbcClient jdbc;
        private final JsonMapper json = JsonMapper.shared();
        private long position;

        private Projection(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Accepted accepted, DomainEventMessage<?> message) {
            jdbc.sql("insert into fact values (?, ?, ?, ?, ?, 'ACCEPTED', ?::jsonb)")
                    .params(
                            accepted.termsId(),
                            accepted.customerId(),
                            position++,
                            message.getIdentifier(),
                            Timestamp.from(message.getTimestamp()),
                            json.writeValueAsString(accepted.decisions()))
                    .update();
        }
    }

    /** Forgets the projection and its token. */
    void reset() {
        processor.shutDown();
        jdbc.sql("truncate fact, tokenentry").update();
    }

    /** Makes it anew, and returns when the last of so many rows is there. */
    void run(int events) {
        processor.start();
        BoundedWait.until(() -> rows() == events ? Optional.of(events) : Optional.empty(), this::rows);
    }

    private long rows() {
        return jdbc.sql("select count(*) from fact").query(Long.class).single();
    }

    @Override
    public void close() {
        processor.shutDown();
        store.shutDown();
        pool.close();
    }
}
