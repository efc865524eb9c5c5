package org.consentledger.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.time.Duration;
import java.util.List;

/**
 * How long the keys of an issuer are trusted without asking for them again. Spring Security's own decoder forgets them
 * after five minutes even where the issuer cannot be reached then; this one keeps them through an outage, so that tokens
 * that are still valid go on working.
 *
 * @param fresh after this time they are asked for again, which takes out a key that the issuer has withdrawn
 * @param outage so long they are used while the issuer does not answer
 * @param between unknown keys, which anybody can invent, make us ask at most twice in this time
 */
record IssuerKeys(Duration fresh, Duration outage, Duration between) {
    static final IssuerKeys USUAL = new IssuerKeys(Duration.ofMinutes(5), Duration.ofHours(24), Duration.ofSeconds(10));

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 20;

    JWKSource<SecurityContext> of(AccessSettings settings) {
        var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
        var keys = JWKSourceBuilder.create(new PublishedKeys(settings, retriever))
                .refreshAheadCache(false)
                .cache(fresh.toMillis(), 2L * PATIENCE_MILLIS)
                .rateLimited(between.toMillis())
                .retrying(true)
                .outageTolerant(outage.toMillis())
                .build();
        return (selector, context) -> {
            try {
                return keys.get(selector, context);
            } catch (RateLimitReachedException e) {
                // What was asked for a moment ago did not hold the key: it is none of the issuer's.
                return List.of();
            }
        };
    }
}
