package org.consentledger.ledger.stamping;

import java.net.URI;
import java.time.Duration;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Which time-stamping authority is asked, and how.
 *
 * @param url where it takes {@code application/timestamp-query} by POST (RFC 3161 §3.4); http or https
 * @param policy the OID of the policy that it must follow; {@code null} for whichever it likes
 * @param trusted whose tokens are taken; {@code null} for those of whoever answers there
 * @param connectTimeout for the connection
 * @param timeout for the whole answer
 */
public record AuthoritySettings(
        URI url,
        @Nullable String policy,
        @Nullable TrustedAuthority trusted,
        Duration connectTimeout,
        Duration timeout) {
    private static final String OID = "[0-2](\\.(0|[1-9][0-9]*))+";

    public AuthoritySettings {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "the address of a time-stamping authority begins with http:// or https://");
        }
        if (policy != null && !policy.matches(OID)) {
            throw new IllegalArgumentException("a policy is an OID, such as 1.3.6.1.4.1.13762.3");
        }
        if (!connectTimeout.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException("a time-out is longer than nothing");
        }
    }
}
