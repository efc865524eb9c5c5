package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.consentledger.access.testing.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens that look good and are not. */
class TokensTest {
    private static final Duration FAR = Duration.ofMinutes(10);
    private static final TestIssuer ISSUER = TestIssuer.start();
    private static GuardedApplication application;

    @BeforeAll
    static void start() {
        application = GuardedApplication.start(ISSUER.uri(), IssuerKeys.USUAL);
    }

    @AfterAll
    static void stop() {
        application.close();
        ISSUER.close();
    }

    @Test
    @DisplayName("正しいトークンは通る")
    void takesAGoodOne() {
        assertThat(status(ISSUER.sign(good().build()))).isEqualTo(200);
    }

    @Test
    @DisplayName("期限・開始・発行者・宛先・主体のどれかが違えば通らない")
    void refusesWrongClaims() {
        var now = InstantSource.system().instant();
        for (var claims : List.of(
                good().expirationTime(date(now.minus(FAR))),
                good().expirationTime(null),
                good().notBeforeTime(date(now.plus(FAR))),
                good().issuer("https://issuer.example"),
                good().issuer(null),
                good().audience("another"),
                good().audience((String) null),
                good().subject(null),
                good().subject(" "))) {
            assertThat(status(ISSUER.sign(claims.build())))
                    .as(claims.build().toString())
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("署名が違えば通らない。alg none、公開鍵を秘密と偽る HS256、ほかの鍵、書き換えも")
    void refusesForgedOnes() throws JOSEException {
        var claims = good().build();
        var genuine = ISSUER.sign(claims);
        var forged = good().subject("somebody-else").build();
        var parts = genuine.split("\\.", -1);
        var otherKey = TestIssuer.newKey();
        var underTheSameName =
                new RSAKey.Builder(otherKey).keyID(ISSUER.key().getKeyID()).build();
        var secret = ISSUER.key().toRSAPublicKey().getEncoded();
        for (var token : List.of(
                new PlainJWT(claims).serialize(),
                signed(JWSAlgorithm.HS256, new MACSigner(secret), claims),
                signed(
                        JWSAlgorithm.HS256,
                        new MACSigner(ISSUER.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)),
                        claims),
                TestIssuer.sign(claims, otherKey),
                TestIssuer.sign(claims, underTheSameName),
                withItsOwnKey(otherKey, claims),
                parts[0] + "." + forged.toPayload().toBase64URL() + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                genuine + "x",
                "nonsense",
                "")) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("顧客本人のトークンは本人のことだけ、ほかの権限が書いてあっても")
    void aCustomersTokenIsForHimselfAlone() {
        var mixed = ISSUER.token("me", Scope.CONSENT_SELF, Scope.STANDING_READ);
        assertThat(application.get("/customers/me", mixed).statusCode()).isEqualTo(200);
        assertThat(application.get("/customers/you", mixed).statusCode()).isEqualTo(403);
        assertThat(application.get("/customers/me", ISSUER.token("me")).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("運用の権限が書いてあっても、顧客本人のトークンでは /actuator は開かない")
    void aCustomersTokenOperatesNothing() {
        assertThat(operate(ISSUER.token("me", Scope.CONSENT_SELF, Scope.OPERATE)))
                .isEqualTo(403);
        assertThat(operate(ISSUER.token("me", Scope.STANDING_READ))).isEqualTo(403);
        assertThat(operate(ISSUER.token("me", Scope.OPERATE))).isEqualTo(200);
    }

    private static int operate(String token) {
        return application.get("/actuator/something", token).statusCode();
    }

    private static int status(String token) {
        return application.get("/customers/c", token).statusCode();
    }

    private static JWTClaimsSet.Builder good() {
        return ISSUER.claims("somebody", Scope.STANDING_READ);
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var header =
                new JWSHeader.Builder(algorithm).keyID(ISSUER.key().getKeyID()).build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** A token that brings the key to check it with. */
    private static String withItsOwnKey(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
