package org.consentledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;

/** A witness run by {@code ./ledger witness} in a directory of its own, for the ledger in the directory {@code data}. */
final class StartedWitness {
    private final Path directory;
    private final String log;
    private final String key;
    private final int port;

    private StartedWitness(Path directory, String log, String key, int port) {
        this.directory = directory;
        this.log = log;
        this.key = key;
        this.port = port;
    }

    /** Prepares one that follows the ledger, which gets its key now, before its first start. */
    static StartedWitness prepare(Path directory) throws IOException, InterruptedException {
        String log = new KeyDirectory(directory.resolve("data/keys"))
                .key(null)
                .verifierKey()
                .encode();
        var printed =
                Verb.run(directory, "witness", "--data", "witness", "--name", "witness.example/w1", "--print-key");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new StartedWitness(
                    directory,
                    log,
                    VerifierKey.parse(printed.output().lines().toList().getLast())
                            .encode(),
                    socket.getLocalPort());
        }
    }

    StartedProduct start() throws IOException {
        return StartedProduct.run(
                directory, "witness", "--port", Integer.toString(port), "--log", log, "--data", "witness");
    }

    String key() {
        return key;
    }

    String name() {
        return VerifierKey.parse(key).name();
    }

    /** What an operator sets so that the ledger asks it. */
    Map<String, String> environment() {
        return Map.of("LEDGER_WITNESSES_0_URL", "http://127.0.0.1:" + port, "LEDGER_WITNESSES_0_VKEY", key);
    }

    /** Whether the newest checkpoint of the ledger has its line. */
    boolean hasCosigned(LedgerClient client) {
        try {
            return client.get("/ledger/checkpoint").text().contains("\n— " + name() + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
