package org.consentledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks a token's signature twice and then no more, as long as the issuer has the same keys for it, and what it says (its
 * times, issuer and audience) each time. A program sends the same token with thousands of requests, and its signature was
 * an eighth of what each of them cost. Nothing is remembered of a token that was refused.
 */
final class RememberedSignatures implements JwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final JwtDecoder signatures;
    private final JWKSource<SecurityContext> keys;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Signed> signed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * Takes what both take.
     *
     * @param signatures looks at the form and the signature alone
     * @param keys by which it does
     * @param validator of what a token says
     */
    RememberedSignatures(JwtDecoder signatures, JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> validator) {
        this.signatures = signatures;
        this.keys = keys;
        this.validator = validator;
    }

    /**
     * A token that was taken.
     *
     * @param candidates all keys that the selector found before its signature was checked last; none where that was the
     *     first time, since keys that nobody knows are asked for, and not twice
     */
    private record Signed(Jwt jwt, JWKSelector selector, List<JWK> candidates) {}

    @Override
    public Jwt decode(String token) {
        var before = signed.getIfPresent(token);
        if (before == null) {
            var jwt = valid(signatures.decode(token));
            selector(token).ifPresent(selector -> signed.put(token, new Signed(jwt, selector, List.of())));
            return jwt;
        }
        var candidates = found(before.selector());
        if (!candidates.isEmpty() && candidates.equals(before.candidates())) {
            return valid(before.jwt());
        }
        var jwt = valid(signatures.decode(token));
        signed.put(token, new Signed(jwt, before.selector(), candidates));
        return jwt;
    }

    private static Optional<JWKSelector> selector(String token) {
        try {
            return Optional.ofNullable(
                            JWKMatcher.forJWSHeader(SignedJWT.parse(token).getHeader()))
                    .map(JWKSelector::new);
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    /** None where they cannot be had now; the decoder says why. */
    private List<JWK> found(JWKSelector selector) {
        try {
            return keys.get(selector, null);
        } catch (KeySourceException _) {
            return List.of();
        }
    }

    private Jwt valid(Jwt jwt) {
        var result = validator.validate(jwt);
        if (result.hasErrors()) {
            var first = result.getErrors().iterator().next();
            throw new JwtValidationException(
                    Objects.requireNonNullElse(first.getDescription(), first.getErrorCode()), result.getErrors());
        }
        return jwt;
    }
}
