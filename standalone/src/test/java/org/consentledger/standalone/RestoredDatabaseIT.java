package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator puts an older database back, under a product whose signer remembers more. */
@Timeout(1200)
class RestoredDatabaseIT {
    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeEach
    void resolveLinks() throws IOException {
        temporary = temporary.toRealPath();
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    void stopsTheSignerUntilTheRestoreIsDeclared() throws Exception {
        var pgdata = temporary.resolve("data/pgdata");
        var backup = temporary.resolve("backup");

        // 1. Something is recorded, the database is backed up, and more is recorded.
        var first = start();
        try (var client = new LedgerClient(first.url())) {
            client.publishTerms();
            assertThat(client.accept("before", "k").status()).isEqualTo(201);
        }
        stop(first);
        copy(pgdata, backup);
        var second = start();
        Acknowledged lost;
        try (var client = new LedgerClient(second.url())) {
            lost = Acknowledged.of("after", "k", client.accept("after", "k"));
        }
        stop(second);

        // 2. The older database comes back. Nothing but the signer's memory tells, and it is enough.
        delete(pgdata);
        copy(backup, pgdata);
        var third = start();
        try (var client = new LedgerClient(third.url())) {
            var readiness = client.get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.json().at("/components/ledger/details/signer").asString())
                    .contains("the tree has", "signed were");
            assertThat(client.get("/actuator/prometheus").text()).contains("\nledger_signer_stopped 1.0\n");
            var write = client.accept("after", "k");
            assertThat(write.status()).isEqualTo(503);
            assertThat(write.json().required("code").asString()).isEqualTo("WRITES_SUSPENDED");
            assertThat(client.standing("before", 0).json().at("/binding/mode").asString())
                    .as("questions are still answered")
                    .isEqualTo("ACCEPTED");

            // 3. Nobody changes the key under a running product.
            var tooEarly = declareRestore();
            assertThat(tooEarly.exitStatus()).isEqualTo(1);
            assertThat(tooEarly.output()).hasLineCount(1).contains("in use");
        }
        stop(third);

        // 4. The declaration opens it again, once.
        var declared = declareRestore();
        assertThat(declared.exitStatus()).as(declared.output()).isZero();
        var again = declareRestore();
        assertThat(again.exitStatus()).isEqualTo(1);
        assertThat(again.output()).contains("nothing to declare");

        var fourth = start();
        try (var client = new LedgerClient(fourth.url())) {
            assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(client.get("/actuator/prometheus").text()).contains("\nledger_signer_stopped 0.0\n");

            // 5. What was lost is recorded anew, under the new key.
            var recorded = Acknowledged.of("after", "k", client.accept("after", "k"));
            assertThat(recorded.recordId()).isNotEqualTo(lost.recordId());
            assertThat(recorded.position()).isEqualTo(lost.position());
            LogAuditor.read(client).check(recorded);

            // 6. Everybody sees it: the old key's last checkpoint beside the new key's first, and who has the receipt
            // of what was lost can show that it was in the old one.
            var change = client.get("/ledger/key-changes").json().required(0);
            assertThat(change.required("reason").asString()).isEqualTo("RESTORE");
            var oldKey = VerifierKey.parse(change.required("oldKey").asString());
            var newKey = VerifierKey.parse(change.required("newKey").asString());
            var oldCheckpoint =
                    SignedNote.parse(change.required("oldCheckpoint").asString());
            var newCheckpoint =
                    SignedNote.parse(change.required("newCheckpoint").asString());
            assertThat(Checkpoint.open(oldCheckpoint, List.of(oldKey)).size()).isEqualTo(lost.position() + 1);
            // Lost were two leaves: the acceptance and, before it, the key of this customer's data.
            assertThat(Checkpoint.open(newCheckpoint, List.of(newKey)).size()).isEqualTo(lost.position() - 1);
            assertThat(TlogProof.parse(receipt(lost)).checkpoint().text()).isEqualTo(oldCheckpoint.text());
            assertThat(TlogProof.parse(receipt(recorded)).checkpoint().signedBy(List.of(oldKey, newKey)))
                    .containsExactly(newKey);
        }
        stop(fourth);
    }

    private static String receipt(Acknowledged acknowledged) {
        var receipt = acknowledged.receipt();
        if (receipt == null) {
            throw new AssertionError("no receipt: " + acknowledged);
        }
        return receipt;
    }

    private StartedProduct start() throws Exception {
        var product = StartedProduct.start(temporary, "data", 0);
        started.add(product);
        product.url();
        return product;
    }

    private static void stop(StartedProduct product) throws Exception {
        product.signal("TERM");
        assertThat(product.exitStatus()).isZero();
    }

    private StartedProduct declareRestore() throws IOException {
        var verb = StartedProduct.run(temporary, "keys", "declare-restore", "--data", "data");
        started.add(verb);
        return verb;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
