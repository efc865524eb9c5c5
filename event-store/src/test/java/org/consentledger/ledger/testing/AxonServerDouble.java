package org.consentledger.ledger.testing;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.axonserver.AxonServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Stands for Axon Server: it speaks its protocol over TCP, with the stubs of its connector, and keeps the events of one
 * context in memory, with dense tokens. It can be cut off and come back on the same port, and be put back to an older
 * state.
 */
public final class AxonServerDouble implements AutoCloseable {
    private final KeptEvents events = new KeptEvents();
    private @Nullable Server server;
    private int port;

    public AxonServerDouble() {
        comeBack();
    }

    /** What it holds. */
    public KeptEvents events() {
        return events;
    }

    public String server() {
        return "127.0.0.1:" + port;
    }

    public AxonServerAddress address() {
        return new AxonServerAddress(List.of(server()), "default", null, false);
    }

    /** Breaks all connections and takes none, until it {@linkplain #comeBack comes back}. */
    public void cut() {
        if (server != null) {
            server.shutdownNow();
            try {
                server.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            server = null;
        }
    }

    /** Listens again, at the same address. */
    public void comeBack() {
        try {
            var started = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .addService(new PlatformOfDouble())
                    .addService(new EventStoreOfDouble(events))
                    .build()
                    .start();
            port = started.getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
