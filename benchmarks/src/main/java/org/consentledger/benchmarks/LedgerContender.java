package org.consentledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.MasterKeyFiles;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.schema.SchemaCheck;
import org.consentledger.ledger.schema.SchemaMigration;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.LedgerEventStorageEngine;
import org.consentledger.ledger.store.LedgerEventStore;

/** The product's event store, put together as it is there; each append ends with its receipt. */
final class LedgerContender implements Contender {
    /** Of the appender, the signer, and the writers, who look their customers' data keys up and hold none meanwhile. */
    private static final int CONNECTIONS = 16;

    private final InstantSource clock;
    private final HikariDataSource pool;
    private final Signer signer;
    private final GroupAppender appender;
    private final LedgerEventStore store;

    LedgerContender(ScratchDatabase database, InstantSource clock) throws IOException {
        this.clock = clock;
        this.pool = database.create("consent_ledger", CONNECTIONS);
        new SchemaMigration(pool, "ledger");
        new SchemaCheck(pool).run();
        var directory = new KeyDirectory(database.directory().resolve("keys"));
        var events = new EventRows(pool);
        var head = new Head();
        this.signer = new Signer(
                directory.key(null),
                directory.memory(),
                new CheckpointRows(pool),
                new HashRows(pool),
                () -> TreeRow.read(pool),
                head,
                _ -> {});
        this.appender = new GroupAppender(pool, signer, head);
        var masterKeys = new MasterKeyFiles(database.directory().resolve("keys"));
        new Epochs(pool, masterKeys).begin();
        var upcasters = NoOpEventUpcaster.INSTANCE;
        var engine = LedgerEventStorageEngine.create(
                appender,
                events,
                new EventSerializer(EventMapper.create()),
                new DataKeys(pool, masterKeys, EventMapper.create()),
                _ -> {},
                upcasters);
        this.store = LedgerEventStore.create(engine, events, head, upcasters);
    }

    @Override
    public String name() {
        return "Consent Ledger";
    }

    @Override
    public Load start(int writers, Duration time) {
        return writers(writers, Acceptances::halfOfNewCustomers);
    }

    /** The same ledger where customers whom it knows agree again: an event an append, as the yardsticks store it. */
    Contender knownCustomers() {
        return new Contender() {
            @Override
            public String name() {
                return "known customers";
            }

            @Override
            public Load start(int writers, Duration time) {
                return LedgerContender.this.writers(writers, Acceptances::ofKnownCustomers);
            }
        };
    }

    private Load writers(int count, Function<String, Acceptances> acceptances) {
        return new WriterThreads(
                count,
                clock,
                ProcessHandle.current(),
                name -> acceptances.apply(name).each(this::append));
    }

    private void append(DomainEventMessage<?> event) {
        var unitOfWork = UnitsOfWork.publish(event, store, NoTransactionManager.INSTANCE);
        Objects.requireNonNull(Appended.of(unitOfWork).receipt(event.getIdentifier()), "no receipt");
    }

    @Override
    public void close() throws IOException {
        store.close();
        appender.close();
        signer.close();
        pool.close();
    }
}
