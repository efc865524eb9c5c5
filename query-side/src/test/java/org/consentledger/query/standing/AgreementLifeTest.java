package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.annulled;
import static org.consentledger.query.Facts.decided;
import static org.consentledger.query.Facts.departureAnnulled;
import static org.consentledger.query.Facts.imported;
import static org.consentledger.query.Facts.left;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import org.consentledger.events.DatePrecision;
import org.consentledger.query.AskedApplication;
import org.consentledger.standing.CustomerFact.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What consents, departures and annulments change in the answers, and what they leave. */
class AgreementLifeTest {
    private static final Instant MAY = Instant.parse("2020-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2020-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2020-07-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                registered("terms"),
                published("terms", 12, "2019-07-30", INITIAL),
                registered("other"),
                published("other", 12, "2019-07-30", INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode standing(String customer, String terms, Instant at, long n) {
        var answer = application.get("/api/v1/customers/" + customer + "/standing?termsId=" + terms + "&at=" + at
                + "&knownAt=position:" + n);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String mode(String customer, String terms, Instant at, long n) {
        return standing(customer, terms, at, n).at("/binding/mode").stringValue();
    }

    private static String states(JsonNode standing) {
        var states = new StringBuilder();
        standing.get("purposes")
                .valueStream()
                .forEach(purpose ->
                        states.append(purpose.get("state").stringValue()).append(' '));
        return states.toString();
    }

    private static String recordId(long position) {
        return application.ledger().get((int) position).getIdentifier();
    }

    @Test
    @DisplayName("同意の撤回は、その目的だけを、その時から変える。前の利用は同意のもとにあったままである")
    void changesOnePurposeFromTheWithdrawalOfConsentOn() {
        application.record(accepted("terms", "c-consent", 12, "2020-04-01T00:00:00Z"));
        application.record(decided("terms", "c-consent", "newsletter", Outcome.GIVEN, MAY));
        long before = application.record(accepted("terms", "somebody", 12, "2020-04-01T00:00:00Z"));
        long after = application.record(decided("terms", "c-consent", "newsletter", Outcome.WITHDRAWN, JUNE));

        assertThat(states(standing("c-consent", "terms", JUNE, after)))
                .isEqualTo("CONSENTED WITHDRAWN REQUIRED_BY_LAW ");
        assertThat(states(standing("c-consent", "terms", JUNE.minusNanos(1000), after)))
                .isEqualTo("CONSENTED CONSENTED REQUIRED_BY_LAW ");
        assertThat(states(standing("c-consent", "terms", JUNE, before)))
                .isEqualTo("CONSENTED CONSENTED REQUIRED_BY_LAW ");
        assertThat(mode("c-consent", "terms", JULY, after)).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "terms")
    @DisplayName("退会は、その約款を、約款の指定がなければすべての約款を終わらせる。復帰は同意による")
    void endsTheTermsThatTheCustomerLeaves(String left) {
        var customer = "c-left-" + left;
        application.record(
                accepted("terms", customer, 12, "2020-04-01T00:00:00Z"),
                accepted("other", customer, 12, "2020-04-01T00:00:00Z"));
        long gone = application.record(left(left, customer, MAY));

        var ended = standing(customer, "terms", JUNE, gone);
        assertThat(ended.at("/binding/mode").stringValue()).isEqualTo("ENDED");
        assertThat(ended.at("/binding/since").stringValue()).isEqualTo(MAY.toString());
        assertThat(ended.at("/binding/recordId").stringValue()).isEqualTo(recordId(gone - 1));
        assertThat(ended.get("due")).isEmpty();
        assertThat(mode(customer, "other", JUNE, gone)).isEqualTo(left == null ? "ENDED" : "ACCEPTED");
        assertThat(mode(customer, "terms", MAY.minusNanos(1000), gone)).isEqualTo("ACCEPTED");
        assertThat(mode(customer, "terms", JUNE, gone - 1)).isEqualTo("ACCEPTED");

        long back = application.record(accepted("terms", customer, 12, JUNE.toString()));
        assertThat(mode(customer, "terms", JUNE, back)).isEqualTo("ACCEPTED");
        assertThat(mode(customer, "terms", JUNE, gone)).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "terms")
    @DisplayName("取り消された退会は、取消しが知られた時から数えない")
    void forgetsAnAnnulledDepartureFromTheAnnulmentOn(String left) {
        var customer = "c-stays-" + left;
        application.record(accepted("terms", customer, 12, "2020-04-01T00:00:00Z"));
        long gone = application.record(left(left, customer, MAY));
        long annulled = application.record(departureAnnulled(left, customer, recordId(gone - 1)));
        assertThat(mode(customer, "terms", JUNE, gone)).isEqualTo("ENDED");
        assertThat(mode(customer, "terms", JUNE, annulled)).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("取り消された同意は、取消しが知られた時から、どの時点についても数えない")
    void forgetsAnAnnulledAcceptanceFromTheAnnulmentOn() {
        long accepted = application.record(accepted("terms", "c-mistake", 12, "2020-04-01T00:00:00Z"));
        long annulled = application.record(annulled("terms", "c-mistake", recordId(accepted - 1)));
        assertThat(mode("c-mistake", "terms", MAY, annulled)).isEqualTo("NONE");
        assertThat(mode("c-mistake", "terms", MAY, accepted)).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("記録の経路は、どの答えにも示される")
    void marksHowRecordsCameIn() {
        application.record(imported("terms", "c-marked", 12, Instant.parse("2020-04-01T03:00:00Z"), DatePrecision.DAY));
        long size = application.record(left(null, "c-marked", JUNE));
        var bound = standing("c-marked", "terms", MAY, size);
        assertThat(bound.at("/binding/recordedAs").toString()).isEqualTo("[\"IMPORTED\",\"IMPRECISE\"]");
        assertThat(bound.at("/purposes/0/recordedAs").toString()).isEqualTo("[\"IMPORTED\",\"IMPRECISE\"]");
        assertThat(bound.at("/purposes/1/recordedAs").toString()).isEqualTo("[]");
        assertThat(bound.at("/restsOn/1/recordedAs").toString()).isEqualTo("[\"IMPORTED\",\"IMPRECISE\"]");
        assertThat(bound.at("/because/1/text").stringValue()).contains("他のシステムから取り込んだ記録、正確な時刻は不明");
        var ended = standing("c-marked", "terms", JULY, size);
        assertThat(ended.at("/binding/recordedAs").toString()).isEqualTo("[\"ON_BEHALF\",\"STATED_AFTERWARDS\"]");
    }
}
