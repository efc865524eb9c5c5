package org.consentledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Axon's own JDBC event store as its Spring Boot starter makes it: one transaction a unit of work, payloads bytea. */
final class StockAxonContender implements Contender {
    private final String name;
    private final InstantSource clock;
    private final HikariDataSource pool;
    private final TransactionManager transactions;
    private final EmbeddedEventStore store;

    /** @param mostWriters each has a connection of its own, so none waits for one */
    StockAxonContender(String name, ScratchDatabase database, int mostWriters, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        this.pool = database.create("stock_axon", mostWriters);
        this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        var serializer = Jackson3Serializer.builder().build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load start(int writers, Duration time) {
        return new WriterThreads(
                writers,
                clock,
                ProcessHandle.current(),
                name -> Acceptances.halfOfNewCustomers(name)
                        .each(event -> UnitsOfWork.publish(event, store, transactions)));
    }

    @Override
    public void close() {
        store.shutDown();
        pool.close();
    }
}
