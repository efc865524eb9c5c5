package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedSignaturesTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final RememberedSignatures tokens = new RememberedSignatures(this::check, _ -> said());

    @Test
    void aSignatureIsCheckedOnce() {
        var first = tokens.decode("good");
        assertThat(tokens.decode("good")).isSameAs(first);
        tokens.decode("another good one");
        assertThat(checked).containsExactly("good", "another good one");
    }

    @Test
    void whatATokenSaysIsCheckedEachTime() {
        tokens.decode("good");
        ended.set(true);
        assertThatThrownBy(() -> tokens.decode("good"))
                .isInstanceOf(JwtValidationException.class)
                .hasMessage("it has ended");
    }

    @Test
    void aRefusedOneIsNotRemembered() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        ended.set(true);
        assertThatThrownBy(() -> tokens.decode("late")).isInstanceOf(JwtValidationException.class);
        ended.set(false);
        tokens.decode("late");
        assertThat(checked).containsExactly("bad", "bad", "late", "late");
    }

    private Jwt check(String token) {
        checked.add(token);
        if ("bad".equals(token)) {
            throw new BadJwtException("not signed by anybody known");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").expiresAt(END).build();
    }

    private OAuth2TokenValidatorResult said() {
        return ended.get()
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "it has ended", null))
                : OAuth2TokenValidatorResult.success();
    }
}
