package org.consentledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;

/** {@link StockAxonStore}: one transaction a unit of work. */
final class StockAxonContender implements Contender {
    private final String name;
    private final InstantSource clock;
    private final HikariDataSource pool;
    private final StockAxonStore store;

    /** @param mostWriters each has a connection of its own, so none waits for one */
    StockAxonContender(String name, ScratchDatabase database, int mostWriters, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        this.pool = database.create("stock_axon", mostWriters);
        this.store = StockAxonStore.on(pool);
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
                        .each(event -> UnitsOfWork.publish(event, store.events(), store.transactions())));
    }

    @Override
    public void close() {
        store.events().shutDown();
        pool.close();
    }
}
