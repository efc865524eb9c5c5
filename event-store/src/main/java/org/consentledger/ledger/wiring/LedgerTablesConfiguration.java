package org.consentledger.ledger.wiring;

import java.util.List;
import javax.sql.DataSource;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.schema.EventsLiveIn;
import org.consentledger.ledger.schema.ModeRefused;
import org.consentledger.ledger.schema.SchemaCheck;
import org.consentledger.ledger.schema.SchemaMigration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the ledger lies, and how its tables are read. */
@Configuration(proxyBeanMethods = false)
class LedgerTablesConfiguration {
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

    @Bean
    EventRows ledgerEventRows(LedgerTables tables) {
        return new EventRows(tables.dataSource());
    }

    @Bean
    HashRows ledgerHashRows(LedgerTables tables) {
        return new HashRows(tables.dataSource());
    }

    @Bean
    CheckpointRows ledgerCheckpointRows(LedgerTables tables) {
        return new CheckpointRows(tables.dataSource());
    }

    @Bean
    TimestampRows ledgerTimestampRows(LedgerTables tables) {
        return new TimestampRows(tables.dataSource());
    }
}
