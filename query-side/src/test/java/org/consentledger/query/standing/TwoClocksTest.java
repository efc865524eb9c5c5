package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.imported;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.List;
import org.consentledger.events.DatePrecision;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TwoClocksTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("terms"), published("terms", 12, "2019-07-30", INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode standing(String customer, String more) {
        var answer = application.get("/api/v1/customers/" + customer + "/standing?termsId=terms&" + more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String mode(String customer, String more) {
        return standing(customer, more).at("/binding/mode").stringValue();
    }

    private static Instant recordedAt(long position) {
        return application.ledger().get((int) position).getTimestamp();
    }

    @Test
    @DisplayName("遅れて届いた同意は、今知っていることを変え、届く前に知っていたことを変えない")
    void letsALateArrivalChangeOnlyWhatIsKnownSince() {
        long before = application.record(accepted("terms", "other", 12, "2019-08-01T00:00:00Z"));
        long after = application.record(accepted("terms", "late", 12, "2019-08-01T00:00:00Z"));
        var learned = recordedAt(after - 1);

        assertThat(mode("late", "at=2019-09-01T00:00:00Z")).isEqualTo("ACCEPTED");
        assertThat(mode("late", "at=2019-07-31T23:59:59Z")).isEqualTo("NONE");
        assertThat(mode("late", "at=2019-09-01T00:00:00Z&knownAt=" + learned)).isEqualTo("ACCEPTED");
        assertThat(mode("late", "at=2019-09-01T00:00:00Z&knownAt=" + learned.minusNanos(1000)))
                .isEqualTo("NONE");
        assertThat(mode("late", "at=2019-09-01T00:00:00Z&knownAt=position:" + before))
                .isEqualTo("NONE");
        assertThat(mode("late", "at=2019-09-01T00:00:00Z&knownAt=position:" + after))
                .isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("ある時点で知っていたことについての答えは、その後の事実で変わらない")
    void neverChangesAnAnswerOnceGiven() {
        long size = application.record(accepted("terms", "same", 12, "2019-08-01T00:00:00Z"));
        var byTime = "at=2020-01-01T00:00:00Z&knownAt=" + recordedAt(size - 1);
        var byPosition = "at=2020-01-01T00:00:00Z&knownAt=position:" + size;
        var questions = List.of(byTime, byPosition, "on=2019-08-01&knownAt=position:" + size);
        var answers =
                questions.stream().map(question -> standing("same", question)).toList();

        application.record(
                published("terms", 20, "2019-09-01", INITIAL), accepted("terms", "same", 20, "2019-10-01T00:00:00Z"));

        assertThat(standing("same", "at=2020-01-01T00:00:00Z")
                        .at("/edition/number")
                        .intValue())
                .isEqualTo(20);
        for (int i = 0; i < questions.size(); i++) {
            assertThat(standing("same", questions.get(i))).isEqualTo(answers.get(i));
            assertThat(answers.get(i).get("ledgerSize").longValue()).isEqualTo(size);
        }
    }

    @Test
    @DisplayName("いつか分からない同意は、台帳が知った時から数える")
    void countsAnAcceptanceOfUnknownDateFromWhenTheLedgerLearnedIt() {
        long size = application.record(
                imported("terms", "unknown", 12, Instant.parse("2019-08-01T00:00:00Z"), DatePrecision.UNKNOWN));
        var learned = recordedAt(size - 1);
        assertThat(mode("unknown", "at=" + learned.minusNanos(1000))).isEqualTo("NONE");
        assertThat(mode("unknown", "at=" + learned)).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("日だけ分かる同意は、その日の最後の瞬間から数える")
    void countsAnAcceptanceOfADayFromItsLastInstant() {
        application.record(imported("terms", "day", 12, Instant.parse("2019-08-01T03:00:00Z"), DatePrecision.DAY));
        assertThat(mode("day", "at=2019-08-01T14:59:59.999998Z")).isEqualTo("NONE");
        assertThat(mode("day", "at=2019-08-01T14:59:59.999999Z")).isEqualTo("ACCEPTED");
        assertThat(standing("day", "on=2019-08-01").get("parts")).hasSize(2);
    }

    @Test
    @DisplayName("約款がまだ登録されていなかった時点の知識では、誰にも版は適用されない")
    void answersForATimeBeforeTheTermsWereKnown() {
        application.record(accepted("terms", "early", 12, "2019-08-01T00:00:00Z"));
        assertThat(mode("early", "at=2019-09-01T00:00:00Z&knownAt=position:0")).isEqualTo("NONE");
        assertThat(mode("early", "at=2019-09-01T00:00:00Z&knownAt=2020-01-01T00:00:00Z"))
                .isEqualTo("NONE");
        assertThat(standing("early", "on=2019-09-01&knownAt=position:0").get("parts"))
                .hasSize(1);
    }
}
