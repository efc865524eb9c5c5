package org.consentledger.ledger.wiring;

import java.util.List;
import org.consentledger.ledger.axonserver.AxonServerAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ledger.axon-server.*}
 *
 * @param servers {@code host} or {@code host:port} of its nodes
 * @param context the one that holds this ledger's events, and nothing else
 * @param token that Axon Server asks for
 * @param tls whether the connection is encrypted
 */
@ConfigurationProperties("ledger.axon-server")
record AxonServerProperties(
        @DefaultValue("localhost:8124") List<String> servers,
        @DefaultValue("default") String context,
        @Nullable String token,
        @DefaultValue("false") boolean tls) {

    AxonServerAddress address() {
        return new AxonServerAddress(servers, context, token, tls);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return address().toString();
    }
}
