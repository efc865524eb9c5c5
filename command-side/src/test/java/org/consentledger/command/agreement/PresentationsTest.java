package org.consentledger.command.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.TERMS;
import static org.consentledger.command.CloudTerms.TWO;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.command.CloudTerms;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.PublishedEdition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PresentationsTest {
    private static final SecretKey KEY = key("0123456789abcdef0123456789abcdef");
    private static final Presentations PRESENTATIONS = new Presentations(KEY, Duration.ofHours(24));
    private static final PublishedEdition EDITION =
            new PublishedEdition(TWO, CloudTerms.digest(TWO), NOW, "event-1", NOW, List.of());
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    @DisplayName("表示した版が、そのまま返ってくる")
    void tellsWhatWasShown() {
        var presentation = PRESENTATIONS.of(TERMS, EDITION, NOW);
        assertThat(PRESENTATIONS.shown(presentation.token(), NOW))
                .isEqualTo(new ShownEdition(TERMS, TWO, CloudTerms.digest(TWO)));
    }

    @Test
    @DisplayName("期限が来た瞬間から受け付けない")
    void expires() {
        var presentation = PRESENTATIONS.of(TERMS, EDITION, NOW);
        assertThat(presentation.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(PRESENTATIONS.shown(
                        presentation.token(), presentation.expiresAt().minusNanos(1)))
                .isNotNull();
        rejects(presentation.token(), presentation.expiresAt(), Code.PRESENTATION_EXPIRED);
    }

    @Test
    @DisplayName("一文字でも違えば受け付けない")
    void rejectsEachChangedCharacter() {
        var token = PRESENTATIONS.of(TERMS, EDITION, NOW).token();
        for (int at = 0; at < token.length(); at++) {
            int digit = ALPHABET.indexOf(token.charAt(at));
            var other = digit < 0 ? '_' : ALPHABET.charAt((digit ^ 1));
            rejects(token.substring(0, at) + other + token.substring(at + 1), NOW, Code.PRESENTATION_INVALID);
        }
        for (var broken : List.of("", "a", "a.b.c", token + "A", token + ".", " " + token, token.substring(1))) {
            rejects(broken, NOW, Code.PRESENTATION_INVALID);
        }
    }

    @Test
    @DisplayName("ほかの鍵、ほかの方式、ほかの種類、ほかの宛先のトークンは受け付けない")
    void rejectsForeignTokens() throws Exception {
        var other = new Presentations(key("another key of another installation"), Duration.ofHours(24));
        rejects(other.of(TERMS, EDITION, NOW).token(), NOW, Code.PRESENTATION_INVALID);
        rejects(new PlainJWT(claims("urn:consent-ledger:presentation")).serialize(), NOW, Code.PRESENTATION_INVALID);
        rejects(signed("presentation+jwt", "somebody else"), NOW, Code.PRESENTATION_INVALID);
        rejects(signed("JWT", "urn:consent-ledger:presentation"), NOW, Code.PRESENTATION_INVALID);
        assertThat(PRESENTATIONS.shown(signed("presentation+jwt", "urn:consent-ledger:presentation"), NOW))
                .isNotNull();
    }

    private static String signed(String type, String audience) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims(audience));
        token.sign(new MACSigner(KEY));
        return token.serialize();
    }

    private static JWTClaimsSet claims(String audience) {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .claim("termsId", TERMS.value())
                .claim("edition", TWO.value())
                .claim("digest", CloudTerms.digest(TWO).value())
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }

    private static void rejects(String token, Instant now, Code code) {
        assertThatThrownBy(() -> PRESENTATIONS.shown(token, now))
                .as(token)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
}
