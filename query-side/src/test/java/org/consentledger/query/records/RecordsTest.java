package org.consentledger.query.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.acceptedThroughYamada;
import static org.consentledger.query.Facts.annulled;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.net.http.HttpResponse;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static HttpResponse<String> record(String id, String... headers) {
        return application.get("/api/v1/records/" + id, headers);
    }

    @Test
    @DisplayName("記録は、その番号だけで引ける。取り消されれば、それも示す")
    void tellsARecordAndItsAnnulment() {
        long size = application.record(acceptedThroughYamada("t", "c", 1, "2019-08-02T00:00:00Z"));
        var event = application.ledger().get((int) size - 1);
        var id = event.getIdentifier();

        var told = json(record(id, "Ledger-Position", Long.toString(size - 1)));
        assertThat(told.get("recordId").stringValue()).isEqualTo(id);
        assertThat(told.get("eventId").stringValue()).isEqualTo(id);
        assertThat(told.get("customerId").stringValue()).isEqualTo("c");
        assertThat(told.get("termsId").stringValue()).isEqualTo("t");
        assertThat(told.get("edition").intValue()).isEqualTo(1);
        assertThat(told.get("kind").stringValue()).isEqualTo("EDITION_ACCEPTED");
        assertThat(told.get("expressedAt").stringValue()).isEqualTo("2019-08-02T00:00:00Z");
        assertThat(told.get("recordedAt").stringValue())
                .isEqualTo(event.getTimestamp().toString());
        assertThat(told.get("position").longValue()).isEqualTo(size - 1);
        assertThat(told.at("/actor/name").stringValue()).isEqualTo("山田太郎");
        assertThat(told.has("receipt")).isTrue();
        assertThat(told.get("annulledBy").isNull()).isTrue();

        long annulment = application.record(annulled("t", "c", id));
        assertThat(json(record(id)).get("annulledBy").stringValue())
                .isEqualTo(application.ledger().get((int) annulment - 1).getIdentifier());
    }

    @ParameterizedTest
    @CsvSource({
        "0198f1d2-0000-7000-8000-000000000000, 404, RECORD_UNKNOWN",
        "7,                                    400, MALFORMED"
    })
    void saysNoWithACode(String id, int status, String code) {
        var answer = record(id);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void knowsRecordsOfCustomersOnly() {
        application.record(registered("u"));
        var id = application.ledger().getFirst().getIdentifier();
        assertThat(json(record(id)).get("code").stringValue()).isEqualTo("RECORD_UNKNOWN");
    }
}
