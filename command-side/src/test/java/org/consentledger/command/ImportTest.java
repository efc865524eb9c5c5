package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Imports.HEADER;
import static org.consentledger.command.Imports.codes;
import static org.consentledger.command.Imports.row;

import java.util.List;
import java.util.Locale;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Imports over HTTP: what becomes of good rows. */
class ImportTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
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
    @DisplayName("過去の記録を、日・月・不明の精度で取り込み、版は古くてもよい")
    void recordsWhatTheRowsSay() {
        var done = IMPORTS.imported(
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
        var first = (EditionAccepted) IMPORTS.facts("a-1").getFirst();
        assertThat(first.digest()).isEqualTo(ContentDigest.of("十二"));
        assertThat(first.expressedAt()).isEqualTo("2019-07-31T15:00:00Z");
        assertThat(first.decisions()).hasSize(1);
        assertThat(first.source()).isNotNull();
        assertThat(((EditionAccepted) IMPORTS.facts("a-1").getLast()).expressedAt())
                .isEqualTo("2020-02-29T15:00:00Z");
        assertThat(((EditionRefused) IMPORTS.facts("a-2").getFirst()).expressedAt())
                .isEqualTo("2020-02-21T00:00:00Z");
    }

    @Test
    @DisplayName("取り込みを頼んだ者が、各行の記録者として残る")
    void remembersWhoAskedForIt() {
        IMPORTS.imported("text/csv", HEADER + row("ACCEPTANCE,r-1,12", "", "2019-08-01,DAY", "r-1/1"));

        assertThat(PRODUCT.ledger().ofAggregate("agreement:desknets-cloud:r-1", 0))
                .singleElement()
                .satisfies(event -> assertThat(event.metaData()).containsEntry("recordedBy", TestIssuer.SOMEBODY));
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

        IMPORTS.imported("text/csv", csv);
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
        for (var again : List.of(IMPORTS.imported("text/csv", csv), IMPORTS.imported("application/x-ndjson", json))) {
            assertThat(again.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
            assertThat(again.at("/rows/recorded").asInt()).isZero();
        }
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("同じ参照番号で内容の違う行は拒まれ、二つ目の記録にならない")
    void rejectsAnotherRecordUnderTheSameReference() {
        var done = IMPORTS.imported(
                "text/csv",
                HEADER
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-01,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-01,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-1,12", "", "2019-08-02,DAY", "c-1/1")
                        + row("ACCEPTANCE,c-2,12", "", "2019-08-02,DAY", "c-1/1"));

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(2);
        assertThat(done.at("/rows/alreadyRecorded").asInt()).isEqualTo(1);
        assertThat(done.at("/codes/IDEMPOTENCY_KEY_REUSED").asInt()).isEqualTo(1);
        assertThat(IMPORTS.facts("c-1")).hasSize(1);
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
        var done = IMPORTS.imported("text/csv", rows);
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

        var done = IMPORTS.imported("text/csv", rows);

        assertThat(done.at("/kinds/CONSENT/recorded").asInt()).isEqualTo(2);
        assertThat(done.at("/kinds/DEPARTURE/recorded").asInt()).isEqualTo(1);
        assertThat(done.path("rejects")
                        .valueStream()
                        .map(reject -> reject.path("line").asInt()))
                .containsExactly(2, 6, 8, 9);
        assertThat(told.path("rejects")).isEqualTo(done.path("rejects"));
        assertThat(told.path("kinds")).isEqualTo(done.path("kinds"));
        assertThat(codes(done)).contains("NOT_BOUND", "CUSTOMER_LEFT");
        assertThat(IMPORTS.facts("g-1")).hasSize(3);
    }

    @Test
    @DisplayName("まとめて取り込んでも、一人の行は順に記録され、悪い行は他の行を巻き添えにしない")
    void recordsManyRowsOfManyCustomersEachOnce() {
        var rows = new StringBuilder("kind,customerId,termsId,edition,purposeId,decision,expressedAt,datePrecision,"
                + "channel,sourceKind,reference,actorKind\n");
        int customers = 150;
        for (int act = 0; act < 4; act++) {
            for (int customer = 0; customer < customers; customer++) {
                rows.append(actOfMany(act, "m-" + customer));
            }
        }
        long before = PRODUCT.events();

        var done = IMPORTS.imported("text/csv", rows.toString());

        assertThat(done.at("/rows/recorded").asInt()).isEqualTo(3 * customers);
        assertThat(done.at("/codes/PURPOSE_NOT_VOLUNTARY").asInt()).isEqualTo(customers);
        assertThat(PRODUCT.events()).isEqualTo(before + 3L * customers);
        for (int customer = 0; customer < customers; customer++) {
            assertThat(IMPORTS.facts("m-" + customer))
                    .extracting(Object::getClass)
                    .map(Class::getSimpleName)
                    .containsExactly("EditionAccepted", "ConsentGiven", "ConsentWithdrawn");
        }
        var again = IMPORTS.imported("text/csv", rows.toString());
        assertThat(again.at("/rows/alreadyRecorded").asInt()).isEqualTo(3 * customers);
        assertThat(PRODUCT.events()).isEqualTo(before + 3L * customers);
    }

    private static String actOfMany(int act, String customer) {
        String said = switch (act) {
            case 0 -> "ACCEPTANCE,%1$s,desknets-cloud,12,,,2019-08-01,DAY";
            case 1 -> "CONSENT,%1$s,desknets-cloud,,newsletter,GIVEN,2019-08-02,DAY";
            case 2 -> "CONSENT,%1$s,desknets-cloud,,service,GIVEN,2019-08-03,DAY";
            default -> "CONSENT,%1$s,desknets-cloud,,newsletter,WITHDRAWN,2019-09,MONTH";
        };
        return String.format(Locale.ROOT, said + ",WEB,IMPORT,%1$s/%2$d,SELF\n", customer, act);
    }
}
