package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimestampTest {
    private static final String PATH = "/ledger/timestamps";

    private static TestAuthority authority;
    private static RunningCommandSide product;
    private static int registered;

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

    @BeforeEach
    void growHonestly() {
        authority.behave(Manner.HONEST);
        var registration = product.post("/api/v1/terms", String.format(Locale.ROOT, """
                {"termsId":"t-%d","title":"約款","provider":"当社","timeZone":"Asia/Tokyo","language":"ja"}""", registered++));
        assertThat(registration.status()).isEqualTo(201);
    }

    @Test
    @DisplayName("求めに応じてタイムスタンプを取り、台帳が伸びていなければ、前のものを答える")
    void stampsOnDemandAndAnswersTheLastOneWhereNothingHasGrown() {
        long before = product.events();
        var stamped = product.post(PATH, "{}");

        assertThat(stamped.status()).as(stamped.response().body()).isEqualTo(201);
        assertThat(stamped.header("Location"))
                .isEqualTo(PATH + "/" + stamped.json().path("number").asInt());
        assertThat(stamped.header("Ledger-Position")).isEqualTo(Long.toString(before));
        assertThat(stamped.json().path("checkpointSize").asLong()).isEqualTo(before);
        assertThat(stamped.text("authority")).isEqualTo("C=JP,O=Test,CN=Test Time-Stamping Authority");
        assertThat(stamped.text("tokenDigest")).matches("sha256:[0-9a-f]{64}");
        assertThat(product.ledger().event(before).orElseThrow().eventId()).isEqualTo(stamped.text("eventId"));

        var again = product.post(PATH, "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(stamped.json());
        assertThat(product.events()).isEqualTo(before + 1);
    }

    @Test
    void saysWhatTheAuthorityDidWrong() {
        authority.behave(Manner.WRONG_NONCE);
        var failed = product.refused(502, "TIMESTAMP_FAILED", () -> product.post(PATH, "{}", "Accept-Language", "en"));

        assertThat(failed.text("detail")).contains("wrong nonce");
    }

    @Test
    void takesNoMembers() {
        product.refused(400, "MALFORMED", () -> product.post(PATH, "{\"authority\":\"mine\"}"));
        product.refused(400, "MALFORMED", () -> product.post(PATH, "stamp"));
    }

    @Test
    void saysThatNoAuthorityIsConfiguredOrNothingSigned() {
        try (var other = new RunningCommandSide()) {
            other.refused(409, "TIMESTAMPS_OFF", () -> other.post(PATH, "{}"));
        }
        try (var other = new RunningCommandSide("--ledger.timestamp.url=" + authority.url())) {
            other.refused(409, "NOTHING_TO_TIMESTAMP", () -> other.post(PATH, "{}"));
        }
    }
}
