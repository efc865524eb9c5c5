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
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Lets each projection follow the ledger: rows and token in one transaction, in batches, and no failure passed over. A
 * projection that fails stays where it is and tries again; its questions answer {@code PROJECTION_BEHIND} meanwhile.
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

    @Bean
    ConfigurerModule projectionProcessorsModule(
            Projections projections,
            Progress progress,
            Serving serving,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        var tokens = tokenStore(dataSource);
        var transactionManager = new SpringTransactionManager(transactions);
        return configurer ->
                configurer.eventProcessing(processing -> projections.all().forEach(projection -> {
                    register(processing, projection.name(), tokens, transactionManager, progress);
                    processing.registerHandlerInterceptor(projection.name(), _ -> (batch, handlers) -> {
                        fillServing(projection, serving, batch);
                        return handlers.proceed();
                    });
                }));
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            TokenStore tokens,
            TransactionManager transactions,
            Progress progress) {
        var room = new Room(IN_HAND);
        processing
                .registerEventHandler(_ -> new EveryEvent(name, position -> {
                    progress.committed(name, position);
                    room.committed(position);
                }))
                .assignHandlerInstancesMatching(
                        name, handler -> handler instanceof EveryEvent every && every.belongsTo(name))
                .registerTokenStore(name, _ -> tokens)
                .registerListenerInvocationErrorHandler(name, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, _ -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> PacedStream.of(configuration.eventStore(), room),
                        (_, builder) -> builder.batchSize(BATCH)
                                .initialSegmentCount(SEGMENTS)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .transactionManager(transactions)
                                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS));
    }

    /** A process of a former release leaves to the newer ones what a newer version of a projection has filled. */
    private static void fillServing(Projections.Projection projection, Serving serving, UnitOfWork<?> batch) {
        if (Tables.isFilled(batch)) {
            return;
        }
        var served = serving.held(projection.name());
        if (served.version() > projection.version()) {
            throw new IllegalStateException("the tables of " + projection.name() + " are of version " + served.version()
                    + ", this process knows " + projection.version());
        }
        Tables.filling(served.generation(), batch);
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
