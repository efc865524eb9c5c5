package org.consentledger.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken.
 *
 * @param issuer the issuer that tokens name ({@code iss}), and under which its metadata are found (RFC 8414)
 * @param keys where the issuer's keys are (JWK Set, RFC 7517), where its metadata are not to be asked for them
 * @param audience what a token must be meant for ({@code aud})
 * @param clockSkew how far the issuer's clock may be from ours
 */
@ConfigurationProperties("ledger.access")
public record AccessSettings(
        URI issuer,
        @Nullable URI keys,
        @DefaultValue("consent-ledger") String audience,
        @DefaultValue("30s") Duration clockSkew) {
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);

    public AccessSettings {
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException("ledger.access.clock-skew must lie between 0 and " + MOST_SKEW);
        }
    }
}
