package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.draft;
import static org.consentledger.command.Desknets.registration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.terms.EditionPublished;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtremeDaysTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("受け付ける最初と最後の施行日は、台帳にもデータベースにも収まる")
    void keepsTheFirstAndTheLastEffectiveDay() {
        PRODUCT.post("/api/v1/terms", registration("extreme"));
        assertThat(published(1, "1900-01-01", "INITIAL")).isEqualTo(Instant.parse("1899-12-31T15:00:00Z"));
        assertThat(published(2, "9998-12-31", "ACCEPTANCE")).isEqualTo(Instant.parse("9998-12-30T15:00:00Z"));
    }

    @Test
    @DisplayName("受け付ける最初の時刻も、台帳にもデータベースにも収まる")
    void keepsTheFirstTime() {
        var answer = PRODUCT.post(
                "/api/v1/customers/c-1/acceptances", Desknets.acceptance(12, "十二", """
                ,"expressedAt":"1900-01-01T00:00:00Z",
                "source":{"kind":"PAPER","reference":"folder 7","datePrecision":"DAY"}"""), "Idempotency-Key", "k");
        var accepted = (EditionAccepted) payload(answer);
        assertThat(accepted.expressedAt()).isEqualTo(Instant.parse("1900-01-01T00:00:00Z"));
        assertThat(inDatabase(accepted.expressedAt())).isEqualTo(accepted.expressedAt());
    }

    @Test
    @DisplayName("受け付ける最後の時刻は、形式は正しいが未来である")
    void readsTheLastTime() {
        var body = Desknets.acceptance(13, "十三", ",\"expressedAt\":\"9999-12-31T23:59:59.999999999Z\"");
        var answer = PRODUCT.post("/api/v1/customers/c-1/acceptances", body, "Idempotency-Key", "last");
        assertThat(answer.text("code")).isEqualTo("EXPRESSED_IN_FUTURE");
    }

    /** From when on the edition is in force, as the ledger and a database tell it. */
    private static Instant published(int edition, String day, String procedure) {
        var path = "/api/v1/terms/extreme/editions/" + edition;
        assertThat(PRODUCT.put(path, draft("本文" + edition, day, procedure)).status())
                .isEqualTo(200);
        var event = (EditionPublished) payload(PRODUCT.post(path + "/publication", "{}"));
        assertThat(event.content().effectiveOn()).isEqualTo(day);
        assertThat(inDatabase(event.effectiveFrom())).isEqualTo(event.effectiveFrom());
        return event.effectiveFrom();
    }

    private static Object payload(RunningCommandSide.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        var position = Long.parseLong(answer.header("Ledger-Position"));
        return PRODUCT.ledger().event(position).orElseThrow().payload();
    }

    private static Instant inDatabase(Instant time) {
        return PRODUCT.database()
                .sql("select cast(? as timestamptz)")
                .param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
