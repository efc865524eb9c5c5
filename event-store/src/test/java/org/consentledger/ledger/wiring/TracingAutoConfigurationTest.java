package org.consentledger.ledger.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.Tracer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.tracing.ProjectionSpans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TracingAutoConfigurationTest {
    private static final String ENDPOINT = TracingSwitch.ENDPOINT + "=http://127.0.0.1:1/v1/traces";

    @TempDir
    private Path keys;

    @EnableAutoConfiguration
    static class Application {}

    @Test
    @DisplayName("送り先がなければ、トレースのためのものは何もない")
    void isNotThereWithoutAnAddress() {
        try (var application = start()) {
            assertThat(application.getBeanNamesForType(Tracer.class)).isEmpty();
            assertThat(application.getBeanNamesForType(io.micrometer.tracing.Tracer.class))
                    .isEmpty();
            assertThat(application.getBeanNamesForType(ProjectionSpans.class)).isEmpty();
            assertThat(application.getBeansOfType(ObservationHandler.class).values())
                    .noneMatch(handler -> handler.getClass().getName().contains("tracing"));
            assertThat(application.getBean(EventBusSpanFactory.class).createCommitEventsSpan())
                    .isSameAs(NoOpSpan.INSTANCE);
            assertThat(application.getEnvironment().getProperty("logging.expect-correlation-id"))
                    .isEqualTo("false");

            application.getBean(EventStore.class).publish(event("a", 0));

            assertThat(noted(application)).isEmpty();
        }
    }

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    @DisplayName("トレースは台帳に何も残さない。書き留めも読み出しもできなくても、また書き留めが終わらなくても、記録も投影も妨げられない")
    void leavesNothingInTheLedger() throws SQLException {
        try (var application = start(ENDPOINT)) {
            var store = application.getBean(EventStore.class);
            store.publish(event("a", 0));
            var span = application.getBean(Tracer.class).spanBuilder("request").startSpan();
            try (var _ = span.makeCurrent()) {
                store.publish(event("a", 1));

                assertThat(noted(application))
                        .singleElement()
                        .isEqualTo(span.getSpanContext().getTraceId());

                try (var other = application.getBean(DataSource.class).getConnection();
                        var statement = other.createStatement()) {
                    other.setAutoCommit(false);
                    statement.execute("lock table ledger.traced_event");
                    store.publish(event("a", 2));
                    other.rollback();
                }
                assertThat(noted(application)).hasSize(1);

                jdbc(application).sql("drop table ledger.traced_event").update();
                store.publish(event("a", 3));
                assertThat(rowsOfBatchWithoutNotes(application)).isEqualTo(4);
            } finally {
                span.end();
            }
            assertThat(metaData(application)).hasSize(4).containsOnly("{}");
        }
    }

    @Test
    @DisplayName("呼び出し元が記録を求めても、記録する割合は設定のとおりで、求めなければ記録しない。ID は引き継ぐ")
    void samplesItsOwnShareOfTheTracesOfCallers() {
        try (var application = start(ENDPOINT, "management.tracing.sampling.probability=0.5")) {
            // By its last half a trace is of the share or not.
            var among = "0af7651916cd43dd0000000000000001";
            var notAmong = "0af7651916cd43dd7fffffffffffffff";

            assertThat(called(application, among, "01").sampled()).isTrue();
            assertThat(called(application, notAmong, "01").sampled()).isFalse();
            assertThat(called(application, among, "00").sampled()).isFalse();
            assertThat(called(application, notAmong, "01").traceId()).isEqualTo(notAmong);
        }
    }

    private static TraceContext called(ConfigurableApplicationContext application, String trace, String flags) {
        // Never ended, so that the end need not wait for a collector that is not there.
        return application
                .getBean(Propagator.class)
                .extract(Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-" + flags), Map::get)
                .start()
                .context();
    }

    /** What a projection's transaction can still do where the notes cannot be read. */
    private static int rowsOfBatchWithoutNotes(ConfigurableApplicationContext application) {
        var spans = application.getBean(ProjectionSpans.class).of("standing");
        var batch = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        return requireNonNull(batch.execute(_ -> {
            assertThat(spans.createBatchSpan(true, List.of(event("a", 3)))).isSameAs(NoOpSpan.INSTANCE);
            return jdbc(application)
                    .sql("select count(*) from ledger.event")
                    .query(Integer.class)
                    .single();
        }));
    }

    private static List<@Nullable String> noted(ConfigurableApplicationContext application) {
        return jdbc(application)
                .sql("select trace_id from ledger.traced_event")
                .query(String.class)
                .list();
    }

    private static List<@Nullable String> metaData(ConfigurableApplicationContext application) {
        return jdbc(application)
                .sql("select convert_from(metadata, 'UTF8') from ledger.event")
                .query(String.class)
                .list();
    }

    private static JdbcClient jdbc(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class));
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "spring.datasource.username=postgres",
                        "axon.axonserver.enabled=false",
                        "axoniq.update-checker.disabled=true",
                        "management.tracing.sampling.probability=1.0",
                        "ledger.keys-directory=" + keys)
                .properties(properties)
                .run();
    }
}
