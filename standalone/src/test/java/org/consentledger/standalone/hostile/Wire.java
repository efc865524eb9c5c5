package org.consentledger.standalone.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;

/** Sends bytes and reads what comes back, one connection each. */
record Wire(String host, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Wire to(URI product) {
        return new Wire(product.getHost(), product.getPort());
    }

    /** @throws java.net.SocketTimeoutException where nothing comes for long */
    Answer send(Message message) throws IOException {
        try (var socket = new Socket(host, port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(message.bytes());
                socket.getOutputStream().flush();
                if (message.cut()) {
                    socket.shutdownOutput();
                }
            } catch (SocketException _) {
                // It was refused before it was all there; the answer may have come all the same.
            }
            try {
                return Answer.read(new BufferedInputStream(socket.getInputStream()), message.method());
            } catch (SocketException _) {
                return Answer.NONE;
            }
        }
    }
}
