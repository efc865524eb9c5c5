package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.consentledger.access.Scope;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often one may ask; every endpoint of either side is behind the same limits. */
class LimitsTest {
    private static final int A_MINUTE = 3;
    private static final String QUESTION = "/api/v1/customers/self/standing?termsId=t";

    /** It stands still unless a test moves it. */
    private static Instant now = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void start() {
        now = InstantSource.system().instant().plus(Duration.ofDays(1));
        application = AskedApplication.startAt(
                () -> now,
                "--ledger.access.limits.unauthenticated=" + A_MINUTE,
                "--ledger.access.limits.self-service=" + A_MINUTE,
                "--ledger.access.limits.clients=" + A_MINUTE);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void letAMinutePass() {
        now = now.plus(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("お客様ご自身のトークンには回数の上限がある")
    void limitsSelfService() {
        var own = "Bearer " + TestIssuer.shared().token("self", Scope.CONSENT_SELF);
        var other = "Bearer " + TestIssuer.shared().token("other", Scope.CONSENT_SELF);

        limits(own);
        assertThat(ask(other).statusCode()).isEqualTo(403);

        now = now.plusSeconds(20);
        assertThat(ask(own).statusCode()).isNotEqualTo(429);
        assertThat(ask(own).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @DisplayName("有効なトークンのない呼び出しには、接続元ごとの上限がある")
    @ValueSource(strings = {"", "Bearer forged", "Basic c3VwcG9ydDpzZWNyZXQ="})
    void limitsWhoHasNoValidToken(String authorization) {
        limits(authorization);

        assertThat(application
                        .get("/v3/api-docs", "Authorization", authorization)
                        .statusCode())
                .isEqualTo(429);
        var known = "Bearer " + TestIssuer.shared().token("support", Scope.STANDING_READ);
        assertThat(ask(known).statusCode()).isNotIn(401, 429);
    }

    @Test
    @DisplayName("生死の確認には上限がない")
    void answersForHealthWithoutLimit() {
        for (int i = 0; i < 2 * A_MINUTE; i++) {
            assertThat(application
                            .get("/actuator/health/liveness", "Authorization", "")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("設定すれば、ほかのクライアントにもクライアントごとの上限がある")
    void limitsClientsWhereConfigured() {
        var issuer = TestIssuer.shared();
        var one = issuer.claims("one", Scope.STANDING_READ).claim("client_id", "desk");
        var colleague = issuer.claims("two", Scope.STANDING_READ).claim("azp", "desk");

        limits("Bearer " + issuer.sign(one.build()));
        assertThat(ask("Bearer " + issuer.sign(colleague.build())).statusCode()).isEqualTo(429);
        assertThat(ask("Bearer " + issuer.token("three", Scope.STANDING_READ)).statusCode())
                .isNotEqualTo(429);
    }

    private static void limits(String authorization) {
        for (int i = 0; i < A_MINUTE; i++) {
            assertThat(ask(authorization).statusCode()).isNotEqualTo(429);
        }
        var answer = ask(authorization);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("20");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").stringValue()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(json(answer).get("title").stringValue()).isEqualTo("Too many requests");
    }

    private static HttpResponse<String> ask(String authorization) {
        return application.getOnce(QUESTION, "Authorization", authorization, "Accept-Language", "en");
    }
}
