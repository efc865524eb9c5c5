package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.consentledger.access.testing.TestIssuer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of tokens while an issuer changes its keys or is away. */
class IssuerKeysTest {
    /** Known keys are asked for again with each token, if the issuer answers. */
    private static final IssuerKeys ALWAYS_ASKING =
            new IssuerKeys(Duration.ofMillis(1), Duration.ofHours(1), Duration.ZERO);

    @Test
    @DisplayName("鍵の交替は再起動なしに通り、取り消された鍵のトークンは通らない")
    void aRotatedKeyIsTakenAndTheOldOneIsNot() {
        try (var issuer = TestIssuer.start();
                var application = GuardedApplication.start(issuer.uri(), IssuerKeys.USUAL)) {
            var old = issuer.token("somebody", Scope.STANDING_READ);
            assertThat(application.get("/customers/c", old).statusCode()).isEqualTo(200);
            issuer.rotate();
            var fresh = issuer.token("somebody", Scope.STANDING_READ);
            assertThat(application.get("/customers/c", fresh).statusCode()).isEqualTo(200);
            assertThat(application.get("/customers/c", old).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("発行者が落ちても、手元のトークンは期限まで使え、知らない鍵のものは通らない")
    void knownKeysOutliveTheIssuer() {
        try (var issuer = TestIssuer.start();
                var application = GuardedApplication.start(issuer.uri(), ALWAYS_ASKING)) {
            var running = issuer.token("somebody", Scope.STANDING_READ);
            var claims = issuer.claims("somebody", Scope.STANDING_READ);
            assertThat(application.get("/customers/c", running).statusCode()).isEqualTo(200);
            issuer.goAway();

            assertThat(application.get("/customers/c", running).statusCode()).isEqualTo(200);
            var ended = Date.from(InstantSource.system().instant().minus(Duration.ofHours(1)));
            assertThat(application
                            .get(
                                    "/customers/c",
                                    issuer.sign(claims.expirationTime(ended).build()))
                            .statusCode())
                    .isEqualTo(401);
            var unknown = TestIssuer.sign(claims.build(), TestIssuer.newKey());
            assertThat(application.get("/customers/c", unknown).statusCode()).isEqualTo(401);
            assertThat(application.get("/customers/c", running).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("発行者が一度も答えないうちは 503、決して素通りしない")
    void withoutAnyKeyNobodyGetsIn() {
        URI gone;
        String token;
        try (var issuer = TestIssuer.start()) {
            gone = issuer.uri();
            token = issuer.token("somebody", Scope.STANDING_READ);
        }
        try (var application = GuardedApplication.start(gone, IssuerKeys.USUAL)) {
            var refused = application.get("/customers/c", token);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(JsonMapper.shared().readTree(refused.body()).path("code").asString())
                    .isEqualTo("ISSUER_UNAVAILABLE");
        }
    }

    @Test
    @DisplayName("でたらめな鍵の名を並べても、正しいトークンは止まらない")
    void inventedKeysHinderNobody() {
        try (var issuer = TestIssuer.start();
                var application = GuardedApplication.start(issuer.uri(), IssuerKeys.USUAL)) {
            var good = issuer.token("somebody", Scope.STANDING_READ);
            assertThat(application.get("/customers/c", good).statusCode()).isEqualTo(200);
            for (int i = 0; i < 8; i++) {
                var invented = TestIssuer.sign(
                        issuer.claims("somebody", Scope.STANDING_READ).build(), TestIssuer.newKey());
                assertThat(application.get("/customers/c", invented).statusCode())
                        .isEqualTo(401);
                assertThat(application.get("/customers/c", good).statusCode()).isEqualTo(200);
            }
        }
    }
}
