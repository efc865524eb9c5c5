package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PresentationExpiryTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final AtomicReference<Instant> CLOCK = new AtomicReference<>(NOON);
    private static final RunningCommandSide PRODUCT =
            new RunningCommandSide(CLOCK::get, "--ledger.presentations-valid-for=1h");

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("期限切れのトークンは受け付けないが、期限内に答えたリクエストの繰り返しには、初めと同じに答える")
    void stillRepeatsTheFirstAnswerAfterTheTokenHasExpired() {
        var token =
                PRODUCT.post("/api/v1/terms/desknets-cloud/presentations", "{}").text("token");
        var first = accept("first", token);
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);

        CLOCK.set(NOON.plus(Duration.ofHours(1)));

        PRODUCT.refused(409, "PRESENTATION_EXPIRED", () -> accept("second", token));
        var again = accept("first", token);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.text("recordId")).isEqualTo(first.text("recordId"));
    }

    private static Answer accept(String key, String token) {
        return PRODUCT.post(
                "/api/v1/customers/c-1/acceptances",
                "{\"presentation\":\"" + token + "\",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}}",
                "Idempotency-Key",
                key);
    }
}
