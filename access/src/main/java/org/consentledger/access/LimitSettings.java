package org.consentledger.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls a minute are taken from one caller. So many may come at once; what was used grows back evenly.
 *
 * @param unauthenticated from one remote address without a valid token
 * @param selfService from one customer with a token of his own
 * @param clients from one client with any other token; {@code null} for no limit
 */
@ConfigurationProperties("ledger.access.limits")
public record LimitSettings(
        @DefaultValue("600") int unauthenticated,
        @DefaultValue("600") int selfService,
        @Nullable Integer clients) {

    public LimitSettings {
        if (unauthenticated < 1 || selfService < 1 || (clients != null && clients < 1)) {
            throw new IllegalArgumentException("ledger.access.limits.* are at least 1 call a minute");
        }
    }
}
