package org.consentledger.query.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PermissionTest {
    private static final String AT = "at=2019-09-01T00:00:00Z";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforeTheAcceptance;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        beforeTheAcceptance = application.record(registered("terms"), published("terms", 12, "2019-07-30", INITIAL));
        application.record(accepted(
                "terms", "asked", 12, Instant.parse("2019-08-01T00:00:00Z"), Map.of("newsletter", Decision.GIVEN)));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode permission(String customer, String purpose, String more) {
        var answer = application.get(
                "/api/v1/customers/" + customer + "/permissions/" + purpose + "?termsId=terms&" + more,
                "Accept-Language",
                "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void answersWithStateReasonsAndTheRecordsItRestsOn() {
        var answer = permission("asked", "newsletter", AT);
        assertThat(answer.at("/permitted").booleanValue()).isTrue();
        assertThat(answer.at("/state").stringValue()).isEqualTo("CONSENTED");
        assertThat(answer.at("/basis").stringValue()).isEqualTo("DECISION");
        assertThat(answer.at("/restsOn").size()).isEqualTo(2);
        assertThat(answer.at("/because").toString())
                .contains("PURPOSE_CONSENTED", "stands consented to since 2019-08-01");
    }

    @Test
    void answersAsKnownThen() {
        var answer = permission("asked", "newsletter", AT + "&knownAt=position:" + beforeTheAcceptance);
        assertThat(answer.at("/permitted").booleanValue()).isFalse();
        assertThat(answer.at("/state").stringValue()).isEqualTo("NOT_STATED");
        assertThat(permission("asked", "newsletter", AT + "&knownAt=position:0")
                        .at("/state")
                        .stringValue())
                .isEqualTo("NOT_STATED");
    }

    @Test
    void permitsNothingForAStranger() {
        assertThat(permission("stranger", "law", AT).at("/permitted").booleanValue())
                .isFalse();
    }

    @Test
    void rejectsAPurposeThatNoEditionEverStated() {
        var answer = application.get("/api/v1/customers/asked/permissions/sale?termsId=terms");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/code").stringValue()).isEqualTo("PURPOSE_UNKNOWN");
    }

    @Test
    void rejectsUnknownTermsAndAMalformedPurpose() {
        assertThat(application
                        .get("/api/v1/customers/asked/permissions/law?termsId=unknown")
                        .statusCode())
                .isEqualTo(404);
        assertThat(application
                        .get("/api/v1/customers/asked/permissions/Law?termsId=terms")
                        .statusCode())
                .isEqualTo(400);
    }
}
