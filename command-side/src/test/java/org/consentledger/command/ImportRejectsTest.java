package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Imports.HEADER;
import static org.consentledger.command.Imports.codes;
import static org.consentledger.command.Imports.row;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.consentledger.events.customer.CustomerLeft;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP: what becomes of bad rows, and of requests that are none. */
class ImportRejectsTest {
    /** Noon in Tokyo, three o'clock in UTC. */
    private static final Instant NOON = Instant.parse("2026-06-01T03:00:00Z");

    private static final RunningCommandSide PRODUCT = new RunningCommandSide(InstantSource.fixed(NOON));
    private static final Imports IMPORTS = new Imports(PRODUCT);

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
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

        var done = IMPORTS.imported("text/csv", rows.toString());

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(bad.size());
        assertThat(done.at("/rows/rejected").asInt()).isEqualTo(bad.size());
        var lines = IMPORTS.rejects(done).split("(?<=\n)", -1);
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
    @DisplayName("JSON の行の誤りは、場所と、行そのものとともに返る")
    void namesThePlaceInAJsonRow() {
        String wrong = "{\"kind\":\"REFUSAL\",\"customerId\":\"f-1\",\"colour\":\"赤\"}";

        var done = IMPORTS.imported("application/x-ndjson", wrong + "\n{\n\n");

        assertThat(done.at("/rows/rejected").asInt()).isEqualTo(2);
        var rejects = IMPORTS.rejects(done).split("\n", -1);
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
        PRODUCT.refused(400, "MALFORMED", () -> IMPORTS.post("text/csv", "kind,customerId,reference,mood\n"));
        PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> IMPORTS.post("application/json", "{}"));
        PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> IMPORTS.post("text/csv; charset=Shift_JIS", HEADER));
        PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.post("/api/v1/imports?preview=perhaps", HEADER, "Content-Type", "text/csv"));
        PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.post("/api/v1/imports?prevew=true", HEADER, "Content-Type", "text/csv"));
        PRODUCT.refused(404, "IMPORT_UNKNOWN", () -> PRODUCT.get("/api/v1/imports/" + new UUID(1, 2)));
        PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.get("/api/v1/imports/17"));
    }

    @Test
    @DisplayName("終わった取り込みの報告と拒まれた行は消せる")
    void forgetsAnImportThatHasEnded() {
        var done = IMPORTS.imported("text/csv", HEADER + "x\n");
        String path = "/api/v1/imports/" + done.path("importId").asString();

        assertThat(PRODUCT.send("DELETE", path, HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);

        assertThat(PRODUCT.get(path).status()).isEqualTo(404);
        assertThat(PRODUCT.get(path + "/rejects").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("一つの目的に二つの判断のある行は、どちらとも記録せずに拒む")
    void rejectsTwoDecisionsOnOnePurpose() {
        var done = IMPORTS.imported(
                "text/csv",
                HEADER + row("ACCEPTANCE,h-1,12", "newsletter=GIVEN;newsletter=REFUSED", "2019-08-01,DAY", "h/1"));

        assertThat(codes(done)).containsExactly("MALFORMED");
        assertThat(done.at("/rejects/0/message").asString()).startsWith("decisions: ");
        assertThat(IMPORTS.facts("h-1")).isEmpty();
    }

    @Test
    @DisplayName("すべての約款からの今日の退会は、その日のうちに取り込める。明日の退会は取り込めない")
    void recordsADepartureOfToday() {
        String header =
                "kind,customerId,termsId,edition,expressedAt,datePrecision,channel,sourceKind,reference,actorKind\n";
        String acceptance = "ACCEPTANCE,i-1,desknets-cloud,12,2019-08-01,DAY,WEB,IMPORT,i/1,SELF\n";
        String departure = "DEPARTURE,i-1,,,2026-06-01,DAY,WEB,IMPORT,i/2,SELF\n";
        String tomorrow = "DEPARTURE,i-1,,,2026-06-02,DAY,WEB,IMPORT,i/3,SELF\n";
        String today = "DEPARTURE,i-1,,,2026-06-01T19:00:00+09:00,INSTANT,WEB,IMPORT,i/4,SELF\n";

        var done = IMPORTS.imported("text/csv", header + acceptance + tomorrow + today + departure);

        assertThat(codes(done)).containsExactly("EXPRESSED_IN_FUTURE", "EXPRESSED_IN_FUTURE");
        assertThat(done.at("/kinds/DEPARTURE/recorded").asInt()).isEqualTo(1);
        var left = (CustomerLeft) PRODUCT.ledger()
                .ofAggregate("customer:i-1", 0)
                .toList()
                .getFirst()
                .payload();
        assertThat(left.expressedAt()).isEqualTo(NOON);
        var again = IMPORTS.imported("text/csv", header + departure);
        assertThat(again.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("出典や精度のない行は、それがないと言う")
    void saysThatTheSourceIsMissing() {
        var rows = List.of(
                "{\"kind\":\"REFUSAL\",\"customerId\":\"j-1\",\"expressedAt\":\"2019-08-01\"}",
                "{\"kind\":\"REFUSAL\",\"customerId\":\"j-1\",\"expressedAt\":\"2019-08-01\",\"source\":{\"kind\":\"PAPER\"}}",
                "[]");

        var done = IMPORTS.imported("application/x-ndjson", String.join("\n", rows));

        var messages = done.path("rejects")
                .valueStream()
                .map(reject -> reject.path("message").asString())
                .toList();
        assertThat(messages.get(0)).startsWith("/source: ").contains("required");
        assertThat(messages.get(1)).startsWith("/source/datePrecision: ").contains("required");
        assertThat(messages.get(2)).endsWith("Expected: an object");
    }
}
