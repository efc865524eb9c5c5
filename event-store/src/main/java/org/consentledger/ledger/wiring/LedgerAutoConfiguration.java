package org.consentledger.ledger.wiring;

import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The ledger, for every application that has a data source: the event store that Axon uses, and what reads it. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = {AxonAutoConfiguration.class, JdbcAutoConfiguration.class})
@Import({
    LedgerTablesConfiguration.class,
    SigningConfiguration.class,
    PersonalDataConfiguration.class,
    EventStoreConfiguration.class,
    ReadingConfiguration.class
})
public class LedgerAutoConfiguration {}
