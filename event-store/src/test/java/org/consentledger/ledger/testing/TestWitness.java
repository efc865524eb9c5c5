package org.consentledger.ledger.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.consentledger.ledger.cosign.WitnessAddress;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.witness.Witness;
import org.consentledger.ledger.witness.WitnessDirectory;
import org.consentledger.ledger.witness.WitnessServer;

/** A witness that serves on a free port, with what it must not lose in a directory. */
public final class TestWitness implements AutoCloseable {
    private final VerifierKey key;
    private final WitnessServer server;

    private TestWitness(Witness witness, WitnessServer server) {
        this.key = witness.key();
        this.server = server;
    }

    /** Started again in the same directory it is the same witness. */
    public static TestWitness start(Path directory, String name, VerifierKey... logs) throws IOException {
        var files = new WitnessDirectory(directory);
        for (var log : logs) {
            files.follow(log);
        }
        var witness = files.open(name, InstantSource.system());
        return new TestWitness(
                witness, WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public VerifierKey key() {
        return key;
    }

    public WitnessAddress address() {
        return new WitnessAddress(url(), key);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
