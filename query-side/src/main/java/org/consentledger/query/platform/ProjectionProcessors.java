package org.consentledger.query.platform;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.ledger.tracing.ProjectionSpans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Lets each projection follow the ledger: rows and token in one transaction, in batches, and no failure passed over. What a
 * customer's event fails with for good makes it a dead letter ({@link Parking}). A projection that fails with anything else
 * stays where it is and tries again. Whatever is not included answers {@code PROJECTION_BEHIND} meanwhile.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionProcessors {
    private static final int BATCH = 400;
    /** One batch is at work while the next is read. */
    private static final int IN_HAND = 2 * BATCH;

    private static final int SEGMENTS = 1;
    /** A process that was killed holds its claim for so long. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private static final long CLAIM_EXTENSION_MILLIS = 1_000;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean(destroyMethod = "close")
    Alarm projectionsAlarm() {
        return new Alarm();
    }

    @Bean
    ConfigurerModule projectionProcessorsModule(
            Projections projections,
            Progress progress,
            Serving serving,
            DeadLetters letters,
            HandledAlone alone,
            Alarm alarm,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<ProjectionSpans> spans) {
        var tokens = tokenStore(dataSource);
        var transactionManager = new SpringTransactionManager(transactions);
        return configurer ->
                configurer.eventProcessing(processing -> projections.all().forEach(projection -> {
                    var name = projection.name();
                    var room = new Room(IN_HAND);
                    var pace = new Pace(System::nanoTime, alarm::after);
                    progress.awaitedBy(name, pace);
                    var parking = new Parking(projection, serving, letters, alone, position -> {
                        progress.committed(name, position);
                        room.committed(position);
                    });
                    register(processing, name, tokens, transactionManager, room, pace, parking);
                    spans.ifAvailable(traced -> processing.registerPooledStreamingEventProcessorConfiguration(
                            name, (_, builder) -> builder.spanFactory(traced.of(name))));
                }));
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            TokenStore tokens,
            TransactionManager transactions,
            Room room,
            Pace pace,
            Parking parking) {
        processing
                .registerEventHandler(_ -> new EveryEvent(name))
                .assignHandlerInstancesMatching(
                        name, handler -> handler instanceof EveryEvent every && every.belongsTo(name))
                .registerTokenStore(name, _ -> tokens)
                .registerListenerInvocationErrorHandler(name, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, _ -> parking)
                .registerHandlerInterceptor(name, _ -> parking)
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> PacedStream.of(configuration.eventStore(), room, pace),
                        (_, builder) -> builder.batchSize(BATCH)
                                .initialSegmentCount(SEGMENTS)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .transactionManager(transactions)
                                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS));
    }

    /** Process number and host, Axon's own choice, are the same for two containers that share the host's network. */
    private static String ofThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
    }

    private static TokenStore tokenStore(DataSource dataSource) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(Jackson3Serializer.builder().build())
                .contentType(String.class)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(ofThisProcess())
                .schema(TokenSchema.builder()
                        .setTokenTable("query.token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }
}
