package org.consentledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.consentledger.events.terms.Change;
import org.consentledger.ledger.stamping.Stamper;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.timestamp.TimestampToken;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TimestampsTest {
    private static final String PATH = "/ledger/timestamps";
    private static final int STAMPS = 3;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given(@TempDir Path keys) throws IOException {
        try (var authority = TestAuthority.start()) {
            application = AskedApplication.start(
                    "--ledger.keys-directory=" + keys,
                    "--ledger.timestamp.url=" + authority.url(),
                    "--ledger.timestamp.scheduled=false");
            application.record(Facts.registered("t"), Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL));
            for (int i = 0; i < STAMPS; i++) {
                application.record(Facts.accepted("t", "c-" + i, 1, "2020-01-01T00:00:00Z"));
                application.bean(Stamper.class).stamp();
            }
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void listsThemByKey() {
        var numbers = new ArrayList<Integer>();
        String cursor = "";
        JsonNode page;
        do {
            page = json(application.get(PATH + "?limit=2" + cursor));
            page.required("items")
                    .forEach(item -> numbers.add(item.required("number").asInt()));
            cursor = "&cursor=" + page.required("next").asString("");
        } while (!page.required("next").isNull());

        assertThat(numbers).containsExactly(0, 1, 2);
    }

    @Test
    @DisplayName("タイムスタンプは、その対象のチェックポイントとともに、記録されたとおりに渡される")
    void servesTheTokenAndTheCheckpointItIsAbout() {
        for (var item : json(application.get(PATH)).required("items")) {
            var token = application.bytes(PATH + "/" + item.required("number").asInt());
            var checkpoint =
                    application.bytes(PATH + "/" + item.required("number").asInt() + "/checkpoint");

            assertThat(token.headers().firstValue("Content-Type")).contains("application/vnd.etsi.timestamp-token");
            assertThat(token.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
            assertThat(checkpoint.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
            assertThat(item.required("tokenDigest").asString()).isEqualTo(digest(token.body()));
            assertThat(item.required("checkpointDigest").asString()).isEqualTo(digest(checkpoint.body()));
            assertThat(new String(checkpoint.body(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1))
                    .startsWith(
                            Long.toString(item.required("checkpointSize").asLong()),
                            item.required("checkpointRoot").asString());
            TimestampToken.parse(token.body()).verify(checkpoint.body());
            assertThat(item.required("position").asLong())
                    .isEqualTo(item.required("checkpointSize").asLong());
        }
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + Hash.sha256(bytes).hex();
    }

    @ParameterizedTest
    @CsvSource({
        "/3, 404, TIMESTAMP_UNKNOWN",
        "/3/checkpoint, 404, TIMESTAMP_UNKNOWN",
        "/00, 400, MALFORMED",
        "/-1, 400, MALFORMED",
        "/x/checkpoint, 400, MALFORMED",
        "?cursor=eA, 400, MALFORMED",
        "?limit=0, 400, MALFORMED",
        "?after=1, 400, MALFORMED"
    })
    void refusesWhatIsNotThere(String path, int status, String code) {
        var answer = application.get(PATH + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).required("code").asString()).isEqualTo(code);
    }

    @Test
    @DisplayName("台帳自身の事実は、お客様についての答えには現れない")
    void keepsTheLedgersOwnFactsOutOfWhatIsSaidOfCustomers() {
        var now = json(application.get("/api/v1/customers/c-0/standing?termsId=t"));
        var before = json(application.get("/api/v1/customers/c-0/standing?termsId=t&knownAt=position:3"));

        assertThat(now.required("ledgerSize").asInt()).isEqualTo(2 + 2 * STAMPS);
        assertThat(now.required("restsOn")).isEqualTo(before.required("restsOn"));
        assertThat(now.required("binding")).isEqualTo(before.required("binding"));
    }

    @Test
    void listsNoneWhereNoneWasMade() {
        try (var other = AskedApplication.start()) {
            var page = json(other.get(PATH));

            assertThat(page.required("items")).isEmpty();
            assertThat(page.required("next").isNull()).isTrue();
        }
    }

    @Test
    @DisplayName("台帳の健康は、大きさ、署名、署名待ち、最後のタイムスタンプで分かる")
    void tellsHowTheLedgerIs() {
        var health = json(application.get("/ledger/health"));

        assertThat(health.required("size").asInt()).isEqualTo(2 + 2 * STAMPS);
        assertThat(health.required("signedSize")).isEqualTo(health.required("size"));
        assertThat(health.required("signedUntil")).isEqualTo(health.required("recordedUntil"));
        assertThat(health.required("unsigned").asInt()).isZero();
        assertThat(health.required("unsignedSince").isNull()).isTrue();
        assertThat(health.required("checkpoint").asString())
                .isEqualTo(application.get("/ledger/checkpoint").body());
        assertThat(health.required("timestamp"))
                .isEqualTo(json(application.get(PATH)).required("items").get(STAMPS - 1));
        assertThat(health.required("witnesses")).isEmpty();
    }
}
