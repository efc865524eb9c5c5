package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.ledger.reading.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP, as a client sees them. */
class ImportTest {
    private static final String HEADER = "kind,customerId,termsId,edition,digest,decisions,expressedAt,datePrecision,"
            + "channel,sourceKind,reference,actorKind,actorReason,evidenceNote\n";
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
    @DisplayName("過去の記録を、日・月・不明の精度で取り込み、版は古くてもよい")
    void recordsWhatTheRowsSay() {
        var done = imported(
                "text/csv",
                HEADER
                        + row("ACCEPTANCE,a-1,12", "newsletter=GIVEN", "2019-08-01,DAY", "a-1/1")
                        + row("ACCEPTANCE,a-1,13", "", "2020-03,MONTH", "a-1/2")
                        + row("REFUSAL,a-2,13", "", "2020-02-21T09:00:00+09:00,INSTANT", "a-2/1")
                        + row("ACCEPTANCE,a-3,12", "", ",UNKNOWN", "a-3/1"));

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(4);
        assertThat(done.at("/rows/rejected").asInt()).isZero();
        assertThat(done.at("/kinds/ACCEPTANCE/recorded").asInt()).isEqualTo(3);
        assertThat(done.at("/kinds/REFUSAL/recorded").asInt()).isEqualTo(1);
        assertThat(done.path("digestsTaken").asInt()).isEqualTo(4);
        var first = (EditionAccepted) facts("a-1").getFirst();
        assertThat(first.digest()).isEqualTo(ContentDigest.of("十二"));
        assertThat(first.expressedAt()).isEqualTo("2019-07-31T15:00:00Z");
        assertThat(first.decisions()).hasSize(1);
        assertThat(first.source()).isNotNull();
        assertThat(((EditionAccepted) facts("a-1").getLast()).expressedAt()).isEqualTo("2020-02-29T15:00:00Z");
        assertThat(((EditionRefused) facts("a-2").getFirst()).expressedAt()).isEqualTo("2020-02-21T00:00:00Z");
    }

    @Test
    @DisplayName("同じ行は JSON でも CSV でも一つの記録")
    void recordsTheSameOriginalOnce() {
        String csv = HEADER + row("ACCEPTANCE,b-1,12", "", "2019-08-01,DAY", "b-1/1");
        String json = String.format(Locale.ROOT, """
                {"kind":"ACCEPTANCE","customerId":"b-1","termsId":"desknets-cloud","edition":12,"digest":"%s",\
                "expressedAt":"2019-08-01T00:00:00+09:00","channel":"LETTER","actor":{"kind":"SELF"},\
                "source":{"kind":"PAPER","reference":"b-1/1","datePrecision":"DAY"}}
                """, ContentDigest.of("十二"));
        long before = PRODUCT.events();

        imported("text/csv", csv);
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
        for (var again : List.of(imported("text/csv", csv), imported("application/x-ndjson", json))) {
            assertThat(again.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
            assertThat(again.at("/rows/recorded").asInt()).isZero();
        }
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("同じ参照番号で内容の違う行は拒まれ、二つ目の記録にならない")
    void rejectsAnotherRecordUnderTheSameReference() {
        var done = imported(
                "text/csv",
                HEADER
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-01,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-01,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-02,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-2,12", "", "2019-08-02,DAY", "c-1/1"));

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(2);
        assertThat(done.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
        assertThat(done.at("/codes/IDEMPOTENCY_KEY_REUSED").asInt()).isEqualTo(1);
        assertThat(facts("c-1")).hasSize(1);
    }

    @Test
    @DisplayName("悪い行は理由とともにそのまま返り、良い行は一つも失われない")
    void givesBackWhatItRejects() {
        var bad = List.of(
                "COFFEE,d-1,desknets-cloud,12,,,2019-08-01,DAY,LETTER,PAPER,d/1,SELF,,\n",
                "ACCEPTANCE,taro@example.com,desknets-cloud,12,,,2019-08-01,DAY,LETTER,PAPER,d/2,SELF,,\n",
                "ACCEPTANCE,d-3,desknets-cloud,99,,,2019-08-01,DAY,LETTER,PAPER,d/3,SELF,,\r\n",
                "ACCEPTANCE,d-4,desknets-cloud,12,,,2999-08-01,DAY,LETTER,PAPER,d/4,SELF,,\n",
                "ACCEPTANCE,d-5,desknets-cloud,12,,service=GIVEN,2019-08-01,DAY,LETTER,PAPER,d/5,SELF,,\n",
                "ACCEPTANCE,d-6,desknets-cloud,12,,,2019-08-32,DAY,LETTER,PAPER,d/6,SELF,,\n",
                "ACCEPTANCE,d-7,desknets-cloud,12,,,2019-08-01,DAY,FAX,PAPER,d/7,SELF,,\n",
                "ACCEPTANCE,d-8,desknets-cloud,12,,,2019-08-01,DAY,LETTER,PAPER,d/8,STAFF,,\n",
                "ACCEPTANCE,d-9,desknets-cloud,12,,,2019-08-01,DAY,LETTER,PAPER,d/9,SELF,\"=cmd\"x,\n",
                "ACCEPTANCE,d-10\n",
                "ACCEPTANCE,d-11,desknets-cloud,14,,,2019-08-01,DAY,LETTER,PAPER,d/11,SELF,,\n");
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < bad.size(); i++) {
            rows.append(bad.get(i)).append(row("ACCEPTANCE,good-" + i + ",12", "", "2019-08-01,DAY", "good/" + i));
        }

        var done = imported("text/csv", rows.toString());

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(bad.size());
        assertThat(done.at("/rows/rejected").asInt()).isEqualTo(bad.size());
        var lines = rejects(done).split("(?<=\n)", -1);
        assertThat(lines[0]).isEqualTo("rejectedLine,rejectedCode,rejectedMessage," + HEADER);
        for (int i = 0; i < bad.size(); i++) {
            assertThat(lines[i + 1]).startsWith(2 * i + 2 + ",").endsWith("," + bad.get(i));
        }
        assertThat(codes(done))
                .containsExactly(
                        "MALFORMED",
                        "MALFORMED",
                        "EDITION_UNKNOWN",
                        "EXPRESSED_IN_FUTURE",
                        "PURPOSE_NOT_VOLUNTARY",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "EDITION_NOT_PUBLISHED");
        assertThat(done.at("/rejects/0/message").asString())
                .startsWith("kind: ")
                .contains("ACCEPTANCE");
        assertThat(done.at("/rejects/5/message").asString())
                .startsWith("expressedAt: ")
                .contains("a day YYYY-MM-DD");
        assertThat(done.at("/rejects/7/message").asString()).startsWith("actorReason: ");
    }

    @Test
    @DisplayName("事前確認は、何が拒まれるかを言い、何も記録しない")
    void previewsWithoutRecording() {
        String rows = HEADER
                + row("ACCEPTANCE,e-1,12", "", "2019-08-01,DAY", "e/1")
                + row("ACCEPTANCE,e-1,12", "", "2019-08-01,DAY", "e/1")
                + row("ACCEPTANCE,e-1,12", "", "2019-08-03,DAY", "e/1")
                + row("REFUSAL,e-2,77", "", "2019-08-01,DAY", "e/2");
        long before = PRODUCT.events();

        var answer = PRODUCT.post("/api/v1/imports?preview=true", rows, "Content-Type", "text/csv");

        assertThat(answer.status()).isEqualTo(200);
        var told = answer.json();
        assertThat(told.path("preview").asBoolean()).isTrue();
        assertThat(told.at("/rows/recorded").asInt()).isEqualTo(1);
        assertThat(told.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
        assertThat(codes(told)).containsExactly("IDEMPOTENCY_KEY_REUSED", "EDITION_UNKNOWN");
        assertThat(told.at("/rejects/1/line").asInt()).isEqualTo(5);
        assertThat(told.at("/rejects/1/message").asString()).contains("77");
        assertThat(PRODUCT.events()).isEqualTo(before);
        var done = imported("text/csv", rows);
        assertThat(done.path("codes")).isEqualTo(told.path("codes"));
        assertThat(done.path("rows")).isEqualTo(told.path("rows"));
    }

    @Test
    @DisplayName("同意・撤回・退会も取り込み、前の行に基づく行も、事前確認と同じに扱う")
    void recordsConsentsAndDeparturesThatRestOnEarlierRows() {
        String header = "kind,customerId,termsId,edition,purposeId,decision,expressedAt,datePrecision,channel,"
                + "sourceKind,reference,actorKind\n";
        String rows = header
                + "CONSENT,g-1,desknets-cloud,,newsletter,GIVEN,2019-08-02,DAY,WEB,IMPORT,g/0,SELF\n"
                + "ACCEPTANCE,g-1,desknets-cloud,12,,,2019-08-01,DAY,WEB,IMPORT,g/1,SELF\n"
                + "CONSENT,g-1,desknets-cloud,,newsletter,GIVEN,2019-08-02,DAY,WEB,IMPORT,g/2,SELF\n"
                + "CONSENT,g-1,desknets-cloud,,newsletter,WITHDRAWN,2019-09,MONTH,PHONE,IMPORT,g/3,SELF\n"
                + "CONSENT,g-1,desknets-cloud,,service,GIVEN,2019-10-02,DAY,WEB,IMPORT,g/5,SELF\n"
                + "DEPARTURE,g-1,,,,,2019-12-24,DAY,,IMPORT,g/6,\n"
                + "DEPARTURE,g-1,desknets-cloud,,,,2019-12-25,DAY,,IMPORT,g/7,\n"
                + "CONSENT,g-1,desknets-cloud,,newsletter,GIVEN,2020-01-02,DAY,WEB,IMPORT,g/8,SELF\n";
        var told = PRODUCT.post(
                        "/api/v1/imports?preview=true", rows, "Content-Type", "text/csv", "Accept-Language", "en")
                .json();

        var done = imported("text/csv", rows);

        assertThat(done.at("/kinds/CONSENT/recorded").asInt()).isEqualTo(2);
        assertThat(done.at("/kinds/DEPARTURE/recorded").asInt()).isEqualTo(1);
        assertThat(done.path("rejects")
                        .valueStream()
                        .map(reject -> reject.path("line").asInt()))
                .containsExactly(2, 6, 8, 9);
        assertThat(told.path("rejects")).isEqualTo(done.path("rejects"));
        assertThat(told.path("kinds")).isEqualTo(done.path("kinds"));
        assertThat(codes(done)).contains("NOT_BOUND", "CUSTOMER_LEFT");
        assertThat(facts("g-1")).hasSize(3);
    }

    @Test
    @DisplayName("JSON の行の誤りは、場所と、行そのものとともに返る")
    void namesThePlaceInAJsonRow() {
        String wrong = "{\"kind\":\"REFUSAL\",\"customerId\":\"f-1\",\"colour\":\"赤\"}";

        var done = imported("application/x-ndjson", wrong + "\n{\n\n");

        assertThat(done.at("/rows/rejected").asInt()).isEqualTo(2);
        var rejects = rejects(done).split("\n", -1);
        assertThat(rejects).hasSize(3);
        assertThat(rejects[0])
                .contains("\"line\":1")
                .contains("\"code\":\"MALFORMED\"")
                .contains("/colour: ");
        assertThat(rejects[0]).endsWith("\"row\":" + JsonMapper.shared().writeValueAsString(wrong) + "}");
        assertThat(rejects[1]).endsWith("\"row\":\"{\"}");
    }

    @Test
    @DisplayName("受け取れない本文は断り、何も始めない")
    void refusesWhatIsNoImport() {
        PRODUCT.refused(400, "MALFORMED", () -> post("text/csv", "kind,customerId,reference,mood\n"));
        PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> post("application/json", "{}"));
        PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> post("text/csv; charset=Shift_JIS", HEADER));
        PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.post("/api/v1/imports?preview=perhaps", HEADER, "Content-Type", "text/csv"));
        PRODUCT.refused(404, "IMPORT_UNKNOWN", () -> PRODUCT.get("/api/v1/imports/" + new UUID(1, 2)));
        PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.get("/api/v1/imports/17"));
    }

    @Test
    @DisplayName("終わった取り込みの報告と拒まれた行は消せる")
    void forgetsAnImportThatHasEnded() {
        var done = imported("text/csv", HEADER + "x\n");
        String path = "/api/v1/imports/" + done.path("importId").asString();

        assertThat(PRODUCT.send("DELETE", path, HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);

        assertThat(PRODUCT.get(path).status()).isEqualTo(404);
        assertThat(PRODUCT.get(path + "/rejects").status()).isEqualTo(404);
    }

    private static String row(String kindCustomerEdition, String decisions, String time, String reference) {
        var first = kindCustomerEdition.split(",", -1);
        return String.format(
                Locale.ROOT,
                "%s,%s,desknets-cloud,%s,,%s,%s,LETTER,PAPER,%s,SELF,,\n",
                first[0],
                first[1],
                first[2],
                decisions,
                time,
                reference);
    }

    private static Answer post(String mediaType, String rows) {
        return PRODUCT.post("/api/v1/imports", rows, "Content-Type", mediaType, "Accept-Language", "en");
    }

    /** Imports the rows and answers the report. */
    private static JsonNode imported(String mediaType, String rows) {
        var taken = post(mediaType, rows);
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
        String path = taken.header("Location");
        assertThat(path).endsWith(taken.text("importId"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> PRODUCT.get(path).text("state").equals("DONE"));
        return PRODUCT.get(path).json();
    }

    private static String rejects(JsonNode done) {
        var answer = PRODUCT.get("/api/v1/imports/" + done.path("importId").asString() + "/rejects");
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private static List<String> codes(JsonNode report) {
        return report.path("rejects")
                .valueStream()
                .map(reject -> reject.path("code").asString())
                .toList();
    }

    private static List<Object> facts(String customer) {
        return PRODUCT.ledger()
                .ofAggregate("agreement:desknets-cloud:" + customer, 0)
                .map(RecordedEvent::payload)
                .toList();
    }
}
