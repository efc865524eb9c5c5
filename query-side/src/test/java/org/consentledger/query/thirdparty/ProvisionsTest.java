package org.consentledger.query.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProvisionsTest {
    private static final Instant PROVIDED = Instant.parse("2019-09-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        application.record(provided("law", PROVIDED, false));
        application.record(accepted("t", "c", 1, "2019-08-01T00:00:00Z"));
        application.record(provided("law", PROVIDED, true), provided("service", PROVIDED, false));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static PersonalDataProvided provided(String purpose, Instant at, boolean permitted) {
        return new PersonalDataProvided(
                new CustomerId("c"),
                new TermsId("t"),
                new PurposeId(purpose),
                "株式会社提供先",
                List.of("氏名", "住所"),
                at,
                permitted,
                null);
    }

    private static JsonNode provisions(String question) {
        var answer = application.get("/api/v1/customers/c/provisions?" + question, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return json(answer);
    }

    @Test
    @DisplayName("提供先、項目、許否と理由、保存期間を答える")
    void tellsToWhomWhatWasProvided() {
        var second = provisions("").at("/items/1");
        assertThat(second.at("/recipient").stringValue()).isEqualTo("株式会社提供先");
        assertThat(second.at("/dataItems").toString()).isEqualTo("[\"氏名\",\"住所\"]");
        assertThat(second.at("/permitted").booleanValue()).isTrue();
        assertThat(second.at("/because").toString()).contains("PURPOSE_REQUIRED_BY_LAW");
        var recordedAt = Instant.parse(second.at("/recordedAt").stringValue());
        assertThat(LocalDate.parse(second.at("/keptThrough").stringValue()))
                .isEqualTo(recordedAt
                        .atZone(org.consentledger.query.Facts.TOKYO)
                        .toLocalDate()
                        .plusYears(3));
        assertThat(provisions("").at("/items/2/because").toString()).contains("NO_THIRD_PARTIES");
    }

    @Test
    @DisplayName("理由は、記録した時に知られていたことによる")
    void tellsWhyAsWasKnownWhenItWasRecorded() {
        assertThat(provisions("").at("/items/0/because").toString()).contains("NEVER_ACCEPTED");
    }

    @Test
    @DisplayName("ある時点で知られていたとおりの一覧を答える")
    void answersAsKnownThen() {
        long second = provisions("").at("/items/1/position").longValue();

        assertThat(provisions("knownAt=position:" + second).at("/items").size()).isEqualTo(1);
        assertThat(provisions("knownAt=position:" + (second + 1)).at("/items").size())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("一覧は続きから読める")
    void answersPartByPart() {
        var first = provisions("limit=2");
        assertThat(first.at("/items").size()).isEqualTo(2);
        var rest = provisions("limit=2&cursor=" + first.at("/next").stringValue());
        assertThat(rest.at("/items/0/purposeId").stringValue()).isEqualTo("service");
        assertThat(rest.at("/next").isNull()).isTrue();
    }
}
