package org.consentledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks a token's signature once a minute, and what it says (its times, issuer and audience) each time. A program sends
 * the same token with thousands of requests, and its signature was an eighth of what each of them cost.
 *
 * <p>So a key that its issuer withdraws may be believed a minute longer; the keys themselves are asked for less often.
 * Nothing is remembered of a token that was refused.
 */
final class RememberedSignatures implements JwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> signed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * Takes what both take.
     *
     * @param signatures looks at the form and the signature alone
     * @param validator of what a token says
     */
    RememberedSignatures(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validator) {
        this.signatures = signatures;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        var jwt = signed.getIfPresent(token);
        if (jwt == null) {
            jwt = valid(signatures.decode(token));
            signed.put(token, jwt);
            return jwt;
        }
        return valid(jwt);
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
