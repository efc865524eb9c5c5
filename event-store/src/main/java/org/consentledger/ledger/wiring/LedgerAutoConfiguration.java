package org.consentledger.ledger.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.cosign.Cosigning;
import org.consentledger.ledger.personal.ClearEvents;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.EpochRotation;
import org.consentledger.ledger.personal.EpochSchedule;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.ErasureMemory;
import org.consentledger.ledger.personal.Erasures;
import org.consentledger.ledger.personal.MasterKeyFiles;
import org.consentledger.ledger.personal.MasterKeys;
import org.consentledger.ledger.personal.NoMasterKeys;
import org.consentledger.ledger.personal.SealedForm;
import org.consentledger.ledger.reading.LedgerHealth;
import org.consentledger.ledger.reading.LedgerProofs;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.FigureRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.rows.LeafRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.schema.EventsLiveIn;
import org.consentledger.ledger.schema.ModeRefused;
import org.consentledger.ledger.schema.SchemaCheck;
import org.consentledger.ledger.schema.SchemaMigration;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.ledger.store.LedgerEventStorageEngine;
import org.consentledger.ledger.store.LedgerEventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The ledger, for every application that has a data source: the event store that Axon uses, and what reads it. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = {AxonAutoConfiguration.class, JdbcAutoConfiguration.class})
@EnableConfigurationProperties(WitnessProperties.class)
public class LedgerAutoConfiguration {
    private static final Duration BETWEEN_COSIGNATURES = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(LedgerAutoConfiguration.class);

    /**
     * What all other beans read and write; it is migrated and checked before any of them.
     *
     * @param eventsIn {@code ledger.events-in}: where the events live
     * @param appends {@code ledger.appends}: whether this process may be the one that begins the ledger
     * @throws ModeRefused also where there is an address of Axon Server though the events live in PostgreSQL: then the
     *     profile was forgotten, or mistyped
     */
    @Bean
    LedgerTables ledgerTables(
            DataSource dataSource,
            @Value("${ledger.events-in:postgresql}") EventsLiveIn eventsIn,
            @Value("${ledger.appends:true}") boolean appends,
            Environment environment) {
        var axonServer = Binder.get(environment).bind("ledger.axon-server.servers", Bindable.listOf(String.class));
        if (eventsIn == EventsLiveIn.POSTGRESQL
                && !axonServer.orElseGet(List::of).isEmpty()) {
            throw new ModeRefused("ledger.axon-server.servers is set, and the events live in PostgreSQL"
                    + " (ledger.events-in): start it with the profile axonserver, or without the address");
        }
        var migration = new SchemaMigration(dataSource, "ledger");
        new SchemaCheck(dataSource).run();
        if (appends) {
            eventsIn.begin(dataSource);
        } else {
            eventsIn.check(dataSource);
        }
        return new LedgerTables(dataSource, migration);
    }

    record LedgerTables(DataSource dataSource, SchemaMigration migration) {}

    @Bean
    EventRows ledgerEventRows(LedgerTables tables) {
        return new EventRows(tables.dataSource());
    }

    @Bean
    HashRows ledgerHashRows(LedgerTables tables) {
        return new HashRows(tables.dataSource());
    }

    @Bean
    Head ledgerHead() {
        return new Head();
    }

    @Bean
    CheckpointRows ledgerCheckpointRows(LedgerTables tables) {
        return new CheckpointRows(tables.dataSource());
    }

    /** Has what this process signs cosigned; asks nobody where no witness is configured. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    Cosigning ledgerCosigning(LedgerTables tables, WitnessProperties witnesses) {
        return new Cosigning(witnesses.addresses(), tables.dataSource(), BETWEEN_COSIGNATURES);
    }

    /**
     * Signs what this process appends, and soon also what others append beside it.
     *
     * @param directory {@code ledger.keys-directory}, where the key and the signer's memory are kept
     * @param origin {@code ledger.origin}, the ledger's name; not needed, and fixed by the first start
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    @ConditionalOnProperty(name = "ledger.signs", matchIfMissing = true)
    Signer ledgerSigner(
            LedgerTables tables,
            CheckpointRows checkpoints,
            HashRows hashes,
            Cosigning cosigning,
            Head head,
            @Value("${ledger.keys-directory}") Path directory,
            @Value("${ledger.origin:#{null}}") @Nullable String origin)
            throws IOException {
        var keys = new KeyDirectory(directory);
        return new Signer(
                keys.key(origin),
                keys.memory(),
                checkpoints,
                hashes,
                () -> TreeRow.read(tables.dataSource()),
                head,
                cosigning::offer);
    }

    /**
     * Says so in the log, since what such a process appends has no receipt before somebody else signs. One that only
     * reads needs no key; one that appends beside a process with the same keys leaves the signing to that one ({@code
     * ledger.signs=false}).
     */
    @Bean
    @ConditionalOnMissingBean(Signing.class)
    Unsigned ledgerUnsigned() {
        LOG.info("this process signs nothing");
        return new Unsigned();
    }

    @Bean
    @ConditionalOnBean(Signer.class)
    LedgerHealthIndicator ledgerHealthIndicator(Signer signer) {
        return new LedgerHealthIndicator(signer);
    }

    @Bean
    @ConditionalOnBean(Cosigning.class)
    WitnessesHealthIndicator witnessesHealthIndicator(Cosigning cosigning) {
        return new WitnessesHealthIndicator(cosigning);
    }

    @Bean(destroyMethod = "close")
    GroupAppender ledgerAppender(
            LedgerTables tables,
            Signing signing,
            Head head,
            ObjectProvider<Following> following,
            @Value("${ledger.events-in:postgresql}") EventsLiveIn eventsIn) {
        var elsewhere = following.getIfAvailable();
        return switch (eventsIn) {
            case POSTGRESQL -> new GroupAppender(tables.dataSource(), signing, head);
            case AXON_SERVER ->
                elsewhere == null
                        ? new GroupAppender(tables.dataSource(), new AppendsElsewhere(), head)
                        : new GroupAppender(tables.dataSource(), signing, head, elsewhere);
        };
    }

    /** For tokens and messages on their way. */
    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return new EventSerializer(EventMapper.create());
    }

    /**
     * An application that keeps its master keys elsewhere brings a bean of its own.
     *
     * @param directory {@code ledger.keys-directory}; without it this process neither seals nor opens
     * @param kmsKeyUri {@code ledger.kms-key-uri}: the key of a key management service that seals new master keys
     */
    @Bean
    @ConditionalOnMissingBean
    MasterKeys ledgerMasterKeys(
            @Value("${ledger.keys-directory:#{null}}") @Nullable Path directory,
            @Value("${ledger.kms-key-uri:#{null}}") @Nullable String kmsKeyUri) {
        return directory == null ? new NoMasterKeys() : new MasterKeyFiles(directory, kmsKeyUri);
    }

    @Bean
    Epochs ledgerEpochs(LedgerTables tables, MasterKeys masterKeys) {
        return new Epochs(tables.dataSource(), masterKeys);
    }

    /** @param file {@code ledger.erasures-file}; {@code erasures} in the keys directory where it is not said */
    @Bean
    @ConditionalOnProperty("ledger.keys-directory")
    ErasureMemory ledgerErasureMemory(@Value("${ledger.erasures-file:${ledger.keys-directory}/erasures}") Path file) {
        return new ErasureMemory(file);
    }

    @Bean
    Erasures ledgerErasures(LedgerTables tables, ObjectProvider<ErasureMemory> memory) {
        return new Erasures(tables.dataSource(), memory.getIfAvailable());
    }

    /** Before anything is sealed or opened the erasures are repeated on keys that a restore may have brought back. */
    @Bean
    DataKeys ledgerDataKeys(LedgerTables tables, Epochs epochs, MasterKeys masterKeys, Erasures erasures) {
        if (!(masterKeys instanceof NoMasterKeys)) {
            epochs.begin();
        }
        erasures.replayOntoKeys();
        return new DataKeys(tables.dataSource(), masterKeys, EventMapper.create());
    }

    @Bean
    ClearEvents ledgerClearEvents(LedgerTables tables) {
        return new ClearEvents(tables.dataSource(), EventMapper.create());
    }

    @Bean(initMethod = "begin", destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    @DependsOn("ledgerDataKeys")
    EpochRotation ledgerEpochRotation(Epochs epochs, EpochSchedule schedule) {
        return new EpochRotation(epochs, schedule);
    }

    /** @param at {@code ledger.epoch-ends-at}: the time of day, UTC, at which the master key is rotated */
    @Bean
    EpochSchedule ledgerEpochSchedule(@Value("${ledger.epoch-ends-at:18:00}") String at) {
        return new EpochSchedule(LocalTime.parse(at));
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            GroupAppender appender,
            EventRows events,
            EventSerializer eventSerializer,
            DataKeys dataKeys,
            ObjectProvider<ErasureMemory> memory,
            Configuration configuration) {
        return LedgerEventStorageEngine.create(
                appender,
                events,
                eventSerializer,
                dataKeys,
                erasures -> memory.ifAvailable(remembers -> remembers.remember(erasures)),
                configuration.upcasterChain());
    }

    @Bean(
            name = {"eventBus", "eventStore"},
            destroyMethod = "close")
    LedgerEventStore eventStore(
            LedgerEventStorageEngine engine,
            EventRows events,
            Head head,
            Configuration configuration,
            ObjectProvider<Signer> signer) {
        var store = LedgerEventStore.create(
                engine,
                events,
                head,
                configuration.upcasterChain(),
                configuration.messageMonitor(EventStore.class, "eventStore"),
                configuration.getComponent(EventBusSpanFactory.class));
        signer.ifAvailable(_ -> store.followOthers());
        return store;
    }

    @Bean
    LedgerTime ledgerTime(LedgerTables tables, EventRows events) {
        return new LedgerTime(tables.dataSource(), events);
    }

    @Bean
    PublicLog publicLog(LedgerTables tables, CheckpointRows checkpoints, HashRows hashes) {
        return new PublicLog(
                checkpoints,
                new CosignatureRows(tables.dataSource()),
                new KeyChangeRows(tables.dataSource()),
                hashes,
                new LeafRows(tables.dataSource()));
    }

    @Bean
    LedgerReader ledgerReader(
            LedgerTables tables,
            EventRows events,
            DataKeys dataKeys,
            EventSerializer serializer,
            Configuration configuration) {
        return new LedgerReader(
                tables.dataSource(),
                events,
                dataKeys,
                new SealedForm(EventMapper.create()),
                serializer,
                configuration.upcasterChain());
    }

    /** The keys of the ledger, for a process that has them; it signs no checkpoint with them but through the signer. */
    @Bean
    @ConditionalOnProperty("ledger.keys-directory")
    KeyDirectory ledgerKeyDirectory(@Value("${ledger.keys-directory}") Path directory) {
        return new KeyDirectory(directory);
    }

    @Bean
    LedgerProofs ledgerProofs(LedgerTables tables, EventRows events, CheckpointRows checkpoints, HashRows hashes) {
        return new LedgerProofs(
                events,
                new LeafRows(tables.dataSource()),
                hashes,
                checkpoints,
                new CosignatureRows(tables.dataSource()));
    }

    @Bean
    TimestampRows ledgerTimestampRows(LedgerTables tables) {
        return new TimestampRows(tables.dataSource());
    }

    @Bean
    Timestamps timestamps(LedgerReader ledgerReader, TimestampRows rows) {
        return new Timestamps(ledgerReader, rows);
    }

    @Bean
    LedgerHealth ledgerHealth(LedgerTables tables, Timestamps timestamps) {
        return new LedgerHealth(
                new FigureRows(tables.dataSource()), new CosignatureRows(tables.dataSource()), timestamps);
    }
}
