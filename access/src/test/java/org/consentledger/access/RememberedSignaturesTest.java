package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.consentledger.access.testing.TestIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedSignaturesTest {
    private static final RSAKey KEY = TestIssuer.newKey();
    private static final String TOKEN = token();

    private final RememberedSignatures tokens = new RememberedSignatures(this::check, this::keys, _ -> said());
    private JWKSet issued = new JWKSet(KEY.toPublicJWK());
    private boolean reachable = true;
    private boolean ended;
    private boolean forged;
    private int checked;

    @Test
    void aSignatureIsCheckedNoMoreWhileTheKeysAreTheSame() {
        for (int i = 0; i < 5; i++) {
            tokens.decode(TOKEN);
        }
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void otherKeysHaveItCheckedAgain() {
        tokens.decode(TOKEN);
        tokens.decode(TOKEN);
        issued = new JWKSet(new RSAKey.Builder(TestIssuer.newKey())
                .keyID(KEY.getKeyID())
                .build()
                .toPublicJWK());
        forged = true;
        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
        issued = new JWKSet();
        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
        reachable = false;
        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void whatATokenSaysIsCheckedEachTime() {
        tokens.decode(TOKEN);
        tokens.decode(TOKEN);
        ended = true;
        assertThatThrownBy(() -> tokens.decode(TOKEN))
                .isInstanceOf(JwtValidationException.class)
                .hasMessage("it has ended");
    }

    @Test
    void aRefusedOneIsNotRemembered() {
        forged = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).isEqualTo(3);
    }

    private Jwt check(String token) {
        checked++;
        if (forged) {
            throw new BadJwtException("not signed by anybody known");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("somebody")
                .build();
    }

    private List<JWK> keys(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        if (!reachable) {
            throw new KeySourceException("nobody answers");
        }
        return selector.select(issued);
    }

    private OAuth2TokenValidatorResult said() {
        return ended
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "it has ended", null))
                : OAuth2TokenValidatorResult.success();
    }

    private static String token() {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build();
        var jwt = new SignedJWT(
                header, new JWTClaimsSet.Builder().subject("somebody").build());
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt.serialize();
    }
}
