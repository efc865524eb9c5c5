package org.consentledger.ledger.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.nio.file.Path;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.store.LedgerEventStore;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class LedgerAutoConfigurationTest {
    @TempDir
    private Path keys;

    @EnableAutoConfiguration
    static class Application {}

    @Test
    void givesAnyApplicationWithADataSourceTheLedgerAsItsEventStore() {
        try (var application = start()) {
            var store = application.getBean(EventStore.class);
            assertThat(store).isInstanceOf(LedgerEventStore.class);

            store.publish(event("a", 0));

            assertThat(application
                            .getBean(LedgerReader.class)
                            .event(0)
                            .orElseThrow()
                            .aggregateId())
                    .isEqualTo("a");
            assertThat(application.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            assertThat(application.getBeansOfType(CommandBus.class)).hasSize(1);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "spring.datasource.username=postgres",
                        "axon.axonserver.enabled=false",
                        "axoniq.update-checker.disabled=true",
                        "ledger.keys-directory=" + keys)
                .run();
    }
}
