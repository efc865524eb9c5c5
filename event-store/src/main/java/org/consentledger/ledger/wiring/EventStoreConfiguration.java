package org.consentledger.ledger.wiring;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.ErasureMemory;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.schema.EventsLiveIn;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.ledger.store.LedgerEventStorageEngine;
import org.consentledger.ledger.store.LedgerEventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The ledger as Axon's event store, and what it appends by. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    @Bean
    Head ledgerHead() {
        return new Head();
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
}
