package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real witness beside a real product. */
class WitnessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    @DisplayName("証人が倒れても書き込みは続き、立ち直れば、また連署する")
    void cosignsFailsAndComesBackWhileWritesGoOn() throws Exception {
        var witness = StartedWitness.prepare(directory);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("witness/witness.key"))))
                .isEqualTo("rw-------");
        var running = started(witness.start());
        running.url();
        var product = started(StartedProduct.start(directory, "data", 0, witness.environment()));
        try (var client = new LedgerClient(product.url())) {
            client.publishTerms();
            var first = Acknowledged.of("one", "k", client.accept("one", "k"));
            await().atMost(PATIENCE).until(() -> witness.hasCosigned(client));
            assertCosigned(client, first, witness);

            // 1. The witness dies. Nothing waits for it, and it shows.
            running.signal("KILL");
            running.exitStatus();
            var second = Acknowledged.of("two", "k", client.accept("two", "k"));
            assertThat(second.receipt()).isNotNull();
            await().atMost(PATIENCE).until(() -> state(client, witness).equals("FAILED"));
            assertThat(product.readiness()).isEqualTo(200);
            assertCosigned(client, first, witness);

            // 2. It comes back in its directory, and goes on where it was.
            running = started(witness.start());
            running.url();
            await().atMost(PATIENCE).until(() -> witness.hasCosigned(client));
            await().atMost(PATIENCE).until(() -> state(client, witness).equals("COSIGNED"));
            assertCosigned(client, second, witness);

            // 3. It ends cleanly.
            running.signal("TERM");
            assertThat(running.exitStatus()).isZero();
            assertThat(running.output()).contains("key: " + witness.key(), "serves on http://127.0.0.1:");
        }
    }

    private static String state(LedgerClient client, StartedWitness witness) throws Exception {
        var details = client.get("/actuator/health/readiness").json().at("/components/witnesses/details");
        return details.required(witness.name()).required("state").asString();
    }

    private static void assertCosigned(LedgerClient client, Acknowledged acknowledged, StartedWitness witness)
            throws Exception {
        var receipt = TlogProof.parse(
                client.get("/ledger/receipts/" + acknowledged.recordId()).bytes());
        assertThat(receipt.index()).isEqualTo(acknowledged.position());
        assertThat(Cosignature.on(receipt.checkpoint(), List.of(VerifierKey.parse(witness.key()))))
                .hasSize(1);
    }

    private StartedProduct started(StartedProduct process) {
        started.add(process);
        return process;
    }
}
