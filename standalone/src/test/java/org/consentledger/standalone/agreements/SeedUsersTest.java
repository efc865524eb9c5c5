package org.consentledger.standalone.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.standalone.InProcessProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The seed's three users, each at his work: a sign-up flow, support, and legal with a court's expert. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SeedUsersTest {
    private static final String TERMS = "desknets-cloud";
    private static final String OF_TERMS = "/standing?termsId=" + TERMS;

    private Path data;
    private InProcessProduct product;
    private Client client;
    private long included;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        data = directory.resolve("data");
        product = InProcessProduct.startWithDemo(data);
        client = new Client(product.url());
        var answer = client.get("/api/v1/customers/demo-2019" + OF_TERMS);
        while (answer.status() == 503) {
            answer = client.get("/api/v1/customers/demo-2019" + OF_TERMS);
        }
        included = answer.json().path("ledgerSize").longValue();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        product.close();
    }

    @Test
    @DisplayName("登録画面：呈示した版への同意を記録し、その場で読み返す")
    void signUpRecordsAnAcceptanceAndReadsItBackAtOnce() {
        var shown = client.post("/api/v1/terms/" + TERMS + "/presentations", "{}", "-");
        assertThat(shown.status()).isEqualTo(201);
        assertThat(shown.json().path("edition").intValue()).isEqualTo(13);

        var record = client.post(
                "/api/v1/customers/new-customer/acceptances", """
                {"presentation":"%s","channel":"WEB","actor":{"kind":"SELF"},
                 "decisions":{"further-consent":"GIVEN"}}""".replace("%s", shown.text("token")), "sign-up");
        assertThat(record.status()).as(record.response().body()).isEqualTo(201);
        assertThat(record.text("receipt")).startsWith("c2sp.org/tlog-proof@v1");

        var standing = client.getAfter("/api/v1/customers/new-customer" + OF_TERMS, record)
                .json();
        assertThat(standing.path("binding").path("mode").stringValue()).isEqualTo("ACCEPTED");
        assertThat(standing.path("binding").path("recordId").stringValue()).isEqualTo(record.text("recordId"));
        assertThat(standing.path("edition").path("digest").stringValue()).isEqualTo(shown.text("digest"));
        assertThat(states(standing)).containsEntry("further-consent", "CONSENTED");
    }

    @Test
    @DisplayName("サポート：日を尋ね、版・利用目的・理由を得る")
    void supportAsksForADateAndGetsEditionPurposesAndReasons() {
        var before = client.get("/api/v1/customers/demo-2019" + OF_TERMS + "&at=2020-02-20T14:59:59Z")
                .json();
        assertThat(before.path("edition").path("number").intValue()).isEqualTo(12);
        assertThat(reasons(before)).containsExactly("ACCEPTED_EDITION", "RECORDED_OTHERWISE");
        assertThat(states(before)).doesNotContainKey("call-recording").containsEntry("inquiries", "CONSENTED");

        var after = client.get("/api/v1/customers/demo-2019" + OF_TERMS + "&at=2020-02-20T15:00:00Z")
                .json();
        assertThat(after.path("edition").path("number").intValue()).isEqualTo(13);
        assertThat(reasons(after)).containsExactly("ACCEPTED_EDITION", "BOUND_BY_NOTICE", "RECORDED_OTHERWISE");
        assertThat(states(after))
                .containsEntry("call-recording", "CONSENTED")
                .containsEntry("further-consent", "NOT_ASKED")
                .containsEntry("legal-disclosure", "REQUIRED_BY_LAW");
        assertThat(after.path("because").get(1).path("text").stringValue())
                .startsWith("第十三版 (edition 13) took effect on 2020-02-21");

        var day = client.get("/api/v1/customers/demo-2019" + OF_TERMS + "&on=2020-02-21")
                .json();
        assertThat(day.path("parts").size()).isEqualTo(1);
    }

    @Test
    @DisplayName("法務：台帳から再計算し、証跡を書き出し、別の場所でファイルだけから検証する")
    void legalReplaysAndADossierIsVerifiedFromItsFileAlone(@TempDir Path elsewhere) throws Exception {
        var replay = client.post(
                "/api/v1/replays",
                "{\"customerId\":\"demo-2019\",\"termsId\":\"" + TERMS + "\",\"at\":\"2020-02-21T00:00:00+09:00\"}",
                "-");
        assertThat(replay.status()).as(replay.response().body()).isEqualTo(200);
        assertThat(replay.json().path("agrees").booleanValue()).isTrue();
        assertThat(replay.json().path("steps").size()).isPositive();

        var dossier = Files.write(
                elsewhere.resolve("dossier.zip"),
                client.bytes("/api/v1/customers/demo-2019/dossier?termsId=" + TERMS + "&at=2020-02-20T15:00:00Z"));
        var key = Files.write(elsewhere.resolve("ledger.vkey"), client.bytes("/ledger/key"));
        assertThat(InProcessProduct.verb("verify", "--key", key.toString(), dossier.toString()))
                .isZero();
    }

    @Test
    @DisplayName("監査：製品を介さず、台帳と投影を突き合わせる")
    void anAuditorReplaysOneAnswerAndAllOfThemWithoutTheProduct(@TempDir Path elsewhere) throws Exception {
        var password = data.resolve("postgres-password");
        var json = elsewhere.resolve("replay.json");
        assertThat(product.verbOnDatabase(
                        password,
                        "replay",
                        "--customer",
                        "demo-2019",
                        "--terms",
                        TERMS,
                        "--at",
                        "2020-02-21T00:00:00+09:00",
                        "--known-at",
                        "position:" + included,
                        "--json",
                        json.toString()))
                .isZero();
        assertThat(JsonMapper.shared().readTree(json).path("agrees").booleanValue())
                .isTrue();

        // What the others record meanwhile may not be signed or included yet, and is then left for the next audit.
        var report = elsewhere.resolve("report.jsonl");
        assertThat(product.verbOnDatabase(password, "replay", "--all", "--report", report.toString()))
                .isZero();
        assertThat(Files.readAllLines(report)).singleElement().asString().contains("\"disagreements\":0");
    }

    private static Map<String, String> states(JsonNode standing) {
        var states = new TreeMap<String, String>();
        standing.path("purposes")
                .forEach(purpose -> states.put(
                        purpose.path("purposeId").stringValue(),
                        purpose.path("state").stringValue()));
        return states;
    }

    private static List<String> reasons(JsonNode standing) {
        return standing.path("because")
                .valueStream()
                .map(reason -> reason.path("code").stringValue())
                .toList();
    }
}
