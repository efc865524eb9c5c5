package org.consentledger.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port on which the product is to serve, asked for before anything is touched. */
final class HttpPort {
    private HttpPort() {}

    /** The port itself, or a free one where any will do: the issuer of tokens is named by it before it is opened. */
    static int resolve(int port) {
        if (port != 0) {
            return port;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("127.0.0.1 has no free port: " + e.getMessage());
        }
    }

    /**
     * Checks that nobody serves there; 0 stands for any free port.
     *
     * @throws StartRefused where the port is taken
     */
    static void check(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new StartRefused("port " + port + " of 127.0.0.1 is not free: " + e.getMessage());
        }
    }
}
