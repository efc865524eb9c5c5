package org.consentledger.ledger.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.ledger.cosign.Cosigning;
import org.consentledger.ledger.cosign.WitnessStatus;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.store.LedgerEventStore;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void asksTheWitnessesThatAreConfigured() {
        try (var application = start(
                "ledger.witnesses[0].url=http://127.0.0.1:1/w",
                "ledger.witnesses[0].vkey=remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")) {
            assertThat(application.getBean(Cosigning.class).statuses())
                    .extracting(WitnessStatus::witness)
                    .containsExactly("remora.n621.de");
            var health = Objects.requireNonNull(application
                    .getBean("witnessesHealthIndicator", HealthIndicator.class)
                    .health());
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsKey("remora.n621.de");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.witnesses[0].url=http://127.0.0.1:1/w",
                "ledger.witnesses[0].vkey=remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
            })
    void refusesAWitnessWithoutUrlOrKeyByName(String property) {
        assertThatThrownBy(() -> start(property).close())
                .hasStackTraceContaining("ledger.witnesses[0] needs a url and a vkey");
    }

    @Test
    @DisplayName("Axon Server の宛先だけがあって、プロファイルがなければ始まらない")
    void refusesTheAddressOfAxonServerWithoutItsProfile() {
        assertThatThrownBy(() -> start("ledger.axon-server.servers=axon:8124").close())
                .hasStackTraceContaining("start it with the profile axonserver");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("署名しない process でも、記録するなら在処を決める")
    void settlesWhereTheEventsLiveWhereItAppends(boolean appends) {
        try (var application = start("ledger.signs=false", "ledger.appends=" + appends)) {
            assertThat(JdbcClient.create(application.getBean(DataSource.class))
                            .sql("select count(*) from ledger.events_live_in")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(appends ? 1 : 0);
        }
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .properties(properties)
                .properties(
                        "spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "spring.datasource.username=postgres",
                        "axon.axonserver.enabled=false",
                        "axoniq.update-checker.disabled=true",
                        "ledger.keys-directory=" + keys)
                .run();
    }
}
