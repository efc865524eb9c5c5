package org.consentledger.ledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where Axon Server is.
 *
 * @param servers {@code host} or {@code host:port} of its nodes; the port is 8124 where it is not said
 * @param context the one that holds the events of this ledger, and nothing else
 * @param token that it asks for; {@code null} where it asks for none
 * @param tls whether the connection is encrypted; its certificate must be one that this Java trusts
 */
public record AxonServerAddress(
        List<String> servers, String context, @Nullable String token, boolean tls) {
    private static final int PORT = 8124;
    private static final long CONNECT_MILLIS = 1_000;
    private static final long RECONNECT_MILLIS = 250;
    private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

    public AxonServerAddress {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no address of Axon Server is given");
        }
    }

    AxonServerConnectionFactory factory() {
        var builder = AxonServerConnectionFactory.forClient("consent-ledger")
                .routingServers(servers.stream().map(AxonServerAddress::parse).toArray(ServerAddress[]::new))
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .reconnectInterval(RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
        if (token != null) {
            builder.token(token);
        }
        if (tls) {
            builder.useTransportSecurity();
        }
        return builder.build();
    }

    private static ServerAddress parse(String server) {
        int colon = server.lastIndexOf(':');
        return colon < 0
                ? new ServerAddress(server, PORT)
                : new ServerAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Axon Server at " + String.join(", ", servers) + ", context " + context;
    }
}
