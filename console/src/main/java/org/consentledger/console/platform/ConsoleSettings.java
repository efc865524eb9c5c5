package org.consentledger.console.platform;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console is, and the APIs that it asks.
 *
 * @param questions the query side's address, without {@code /api/v1}
 * @param commands the command side's; the same as that of the questions where it is not given
 * @param address the console's own, as browsers write it; where it is given, another name for the same place (such as
 *     {@code localhost}) is led here before the login, which knows no other
 * @param patience how long an answer of an API may take
 */
@ConfigurationProperties("ledger.console")
record ConsoleSettings(
        URI questions,
        @Nullable URI commands,
        @Nullable URI address,
        @DefaultValue("30s") Duration patience) {}
