package org.consentledger.ledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A network on the way to a server of this machine. It can go silent: then nothing that is sent arrives, and nobody is told
 * that it does not, as where a cable is pulled or a firewall has forgotten its connections.
 */
public final class SilentNetwork implements AutoCloseable {
    private final ServerSocket entrance;
    private final int server;
    private final Set<Way> ways = ConcurrentHashMap.newKeySet();
    private boolean silent;

    /** @param server port on 127.0.0.1 */
    public SilentNetwork(int server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the server is reached through it. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Everything that is connected, or connects from now on, is never answered again. */
    public synchronized void goSilent() {
        silent = true;
        ways.forEach(way -> way.lost = true);
    }

    /**
     * Who connects now is answered again. What was connected before stays lost: the server has given it up meanwhile, by its
     * keepalive, and the clients have heard nothing of that.
     */
    public synchronized void recover() {
        silent = false;
        ways.stream().filter(way -> way.lost).forEach(way -> close(way.server));
    }

    private void accept() {
        try {
            while (true) {
                begin(entrance.accept());
            }
        } catch (IOException _) {
            // closed
        }
    }

    private synchronized void begin(Socket client) throws IOException {
        var toServer = silent ? null : new Socket(InetAddress.getLoopbackAddress(), server);
        var way = new Way(client, toServer, silent);
        ways.add(way);
        start(way, client, toServer);
        if (toServer != null) {
            start(way, toServer, client);
        }
    }

    private static void start(Way way, Socket from, @Nullable Socket to) {
        Thread.ofVirtual().start(() -> way.copy(from, to));
    }

    private static final class Way {
        private final Socket client;
        private final @Nullable Socket server;
        private volatile boolean lost;

        private Way(Socket client, @Nullable Socket server, boolean lost) {
            this.client = client;
            this.server = server;
            this.lost = lost;
        }

        private void copy(Socket from, @Nullable Socket to) {
            try {
                var in = from.getInputStream();
                var bytes = new byte[8192];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!lost && to != null) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                }
            } catch (IOException _) {
                // as at its end
            }
            if (!lost) {
                close(from);
                close(to);
            }
        }
    }

    private static void close(@Nullable Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException _) {
                // closed already
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ways.forEach(way -> {
            close(way.client);
            close(way.server);
        });
    }
}
