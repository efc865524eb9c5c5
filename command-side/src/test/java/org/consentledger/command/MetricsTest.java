package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String TERMS = """
            {"termsId":"t","title":"約款","provider":"当社","timeZone":"Asia/Tokyo","language":"ja"}""";

    private static TestAuthority authority;
    private static RunningCommandSide product;

    @BeforeAll
    static void start() throws IOException {
        authority = TestAuthority.start();
        product = new RunningCommandSide(
                "--ledger.timestamp.url=" + authority.url(), "--ledger.timestamp.scheduled=false");
    }

    @AfterAll
    static void stop() {
        product.close();
        authority.close();
    }

    @Test
    @DisplayName("台帳の大きさ、署名、タイムスタンプ、記録の待ち時間は、計測値として読める")
    void tellFiguresOfTheLedger() {
        assertThat(figure("ledger_database_up")).isOne();
        assertThat(figure("ledger_size_leaves")).isZero();
        assertThat(figure("ledger_checkpoint_age_seconds")).isNaN();
        assertThat(figure("ledger_timestamp_age_seconds")).isNaN();

        product.post("/api/v1/terms", TERMS);
        authority.behave(Manner.HTTP_500);
        product.post("/ledger/timestamps", "{}");
        authority.behave(Manner.HONEST);
        product.post("/ledger/timestamps", "{}");

        assertThat(figure("ledger_size_leaves")).isEqualTo(2);
        assertThat(figure("ledger_signed_size_leaves")).isEqualTo(2);
        assertThat(figure("ledger_signer_stopped")).isZero();
        assertThat(figure("ledger_checkpoint_age_seconds")).isBetween(0.0, 600.0);
        assertThat(figure("ledger_timestamp_age_seconds")).isBetween(0.0, 600.0);
        assertThat(figure("ledger_timestamp_failures_total")).isEqualTo(1);
        assertThat(figure("ledger_append_group_events_count")).isEqualTo(2);
        assertThat(figure("ledger_append_group_events_bucket{le=\"1.0\"}")).isEqualTo(2);
        assertThat(figure("ledger_append_seconds_count")).isEqualTo(2);
        assertThat(figure("ledger_append_seconds_sum")).isPositive();
    }

    @Test
    @DisplayName("鍵を置くディスクの空きも、計測値として読める")
    void tellTheRoomThatTheKeysHave() {
        assertThat(product.get("/actuator/prometheus").response().body())
                .containsPattern("(?m)^disk_free_bytes\\{path=\"[^\"]*/keys\"} [1-9]");
    }

    private static double figure(String name) {
        var metrics = product.get("/actuator/prometheus").response().body();
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(metrics);
        assertThat(line.find()).as("%s in:\n%s", name, metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
