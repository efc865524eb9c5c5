package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javax.sql.DataSource;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.RandomHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class ChangedProjectionTest {
    @Test
    @DisplayName("射影が変わった版の作り直しは、前に認められた違いを引き継がず、答えが違えば元に戻す")
    void acceptsNothingThatWasAcceptedBefore() {
        try (var application = AskedApplication.start()) {
            application.record(new RandomHistory(7).beginning().toArray());
            application.record(Facts.accepted("alpha", "rewritten", 1, "2026-01-01T00:00:00Z"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> application
                                    .get("/api/v1/customers/rewritten/standing?termsId=alpha")
                                    .statusCode()
                            == 200);
            application.post("/actuator/projections/standing", "{\"acceptDifferences\":true}");
            assertThat(application.rebuilt("standing").get("state").stringValue())
                    .isEqualTo("SWAPPED");
            var rows = application.table("standing", "standing_customer_fact");
            assertThat(application
                            .jdbc()
                            .sql("delete from " + rows + " where customer_id = 'rewritten'")
                            .update())
                    .isOne();

            asOfAFormerRelease(application, "serving");
            asOfAFormerRelease(application, "rebuild");
            startOfAProcess(application);

            var rebuild = application.rebuilt("standing");
            assertThat(rebuild.get("differing").intValue()).isOne();
            assertThat(rebuild.get("state").stringValue()).isEqualTo("ROLLED_BACK");
            assertThat(application.table("standing", "standing_customer_fact")).isEqualTo(rows);
        }
    }

    private static void asOfAFormerRelease(AskedApplication application, String table) {
        application
                .jdbc()
                .sql("update query." + table + " set version = version - 1 where projection = 'standing'")
                .update();
    }

    private static void startOfAProcess(AskedApplication application) {
        var _ = new QuerySchema(
                application.bean(DataSource.class),
                application.jdbc(),
                application.bean(PlatformTransactionManager.class),
                application.bean(Projections.class),
                application.bean(Serving.class),
                application.bean(GenerationTables.class),
                application.bean(DeadLetters.class));
    }
}
