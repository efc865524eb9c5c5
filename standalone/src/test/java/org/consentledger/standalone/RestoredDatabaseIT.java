package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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

/** An operator puts the database of an earlier moment back, under a product whose signer remembers more. */
@Timeout(1200)
class RestoredDatabaseIT {
    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @SuppressWarnings("NullAway.Init")
    private BackupScripts restore;

    @BeforeEach
    void resolveLinks() throws IOException {
        temporary = temporary.toRealPath();
        restore = new BackupScripts(temporary);
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    void stopsTheSignerUntilTheRestoreIsDeclared() throws Exception {
        var first = start("data");
        try (var client = new LedgerClient(first.url())) {
            client.publishTerms();
            assertThat(client.accept("erased", "k").status()).isEqualTo(201);
        }
        restore.archive(first);
        stop(first);

        // 1. The database is backed up while more is recorded. At one moment two acceptances are there, and then a
        // third.
        var second = start("data");
        Acknowledged kept;
        Acknowledged lost;
        String moment;
        long signed;
        try (var client = new LedgerClient(second.url())) {
            assertThat(client.accept("before", "k").status()).isEqualTo(201);
            assertThat(figures(client))
                    .contains("\nledger_base_backup_age_seconds +Inf\n", "\nledger_wal_unarchived_seconds 0.0\n");
            restore.baseBackup();
            assertThat(figures(client)).containsPattern("\nledger_base_backup_age_seconds [0-9.]+\n");
            kept = Acknowledged.of("between", "k", client.accept("between", "k"));
            moment = restore.now(second);
            lost = Acknowledged.of("after", "k", client.accept("after", "k"));
            client.erase("erased");
            signed = Long.parseLong(
                    client.get("/ledger/checkpoint").text().lines().toList().get(1));
        }
        stop(second);

        // 2. The database of that moment comes back. Nothing but the signer's memory tells, and it is enough.
        restore.run("restore", "put-back", moment);
        var third = start("put-back");
        try (var client = new LedgerClient(third.url())) {
            var readiness = client.get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.json().at("/components/ledger/details/signer").asString())
                    .contains("the tree has", "signed were");
            assertThat(client.get("/actuator/prometheus").text()).contains("\nledger_signer_stopped 1.0\n");
            var write = client.accept("after", "k");
            assertThat(write.status()).isEqualTo(503);
            assertThat(write.json().required("code").asString()).isEqualTo("WRITES_SUSPENDED");
            holdsExactly(client, kept);

            // 3. Nobody changes the key under a running product.
            var tooEarly = declareRestore("put-back");
            assertThat(tooEarly.exitStatus()).isEqualTo(1);
            assertThat(tooEarly.output()).hasLineCount(1).contains("in use");
        }
        stop(third);

        // 4. The drill says what the backup is worth. Its declaration opens the ledger again, once.
        assertThat(restore.run("restore-drill", "drilled", moment))
                .contains("the signer remembers more than was put back")
                .contains("destroyed the data keys of 1 customers whose erasure this database does not know")
                .contains("verified: " + (kept.position() + 1) + " leaves");
        var again = declareRestore("drilled");
        assertThat(again.exitStatus()).isEqualTo(1);
        assertThat(again.output()).contains("nothing to declare");

        var fourth = start("drilled");
        try (var client = new LedgerClient(fourth.url())) {
            assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(client.get("/actuator/prometheus").text()).contains("\nledger_signer_stopped 0.0\n");
            holdsExactly(client, kept);

            // 5. What was lost is recorded anew, under the new key.
            var recorded = Acknowledged.of("after", "k", client.accept("after", "k"));
            assertThat(recorded.recordId()).isNotEqualTo(lost.recordId());
            assertThat(recorded.position()).isEqualTo(lost.position());
            LogAuditor.read(client).check(recorded);

            // 6. Everybody sees it: the old key's last checkpoint beside the new key's first, and who has the receipt
            // of what was lost can show that the old key signed it.
            var change = client.get("/ledger/key-changes").json().required(0);
            assertThat(change.required("reason").asString()).isEqualTo("RESTORE");
            var oldKey = VerifierKey.parse(change.required("oldKey").asString());
            var newKey = VerifierKey.parse(change.required("newKey").asString());
            var oldCheckpoint =
                    SignedNote.parse(change.required("oldCheckpoint").asString());
            var newCheckpoint =
                    SignedNote.parse(change.required("newCheckpoint").asString());
            assertThat(Checkpoint.open(oldCheckpoint, List.of(oldKey)).size()).isEqualTo(signed);
            assertThat(Checkpoint.open(newCheckpoint, List.of(newKey)).size()).isEqualTo(kept.position() + 1);
            assertThat(TlogProof.parse(receipt(lost)).checkpoint().signedBy(List.of(oldKey, newKey)))
                    .containsExactly(oldKey);
            assertThat(TlogProof.parse(receipt(recorded)).checkpoint().signedBy(List.of(oldKey, newKey)))
                    .containsExactly(newKey);
        }
        stop(fourth);
    }

    /** Every fact up to that one, and none after it. */
    private static void holdsExactly(LedgerClient client, Acknowledged last) throws IOException {
        for (var customer : List.of("before", "between")) {
            assertThat(mode(client.standingOnceIncluded(customer, last.position())))
                    .as(customer)
                    .isEqualTo("ACCEPTED");
        }
        var after = client.standingOnceIncluded("after", last.position());
        assertThat(mode(after)).isEqualTo("NONE");
        assertThat(after.json().required("ledgerSize").asLong()).isEqualTo(last.position() + 1);
    }

    private static String figures(LedgerClient client) throws IOException {
        return client.get("/actuator/prometheus").text();
    }

    private static String mode(LedgerClient.Reply standing) {
        return standing.json().at("/binding/mode").asString();
    }

    private static String receipt(Acknowledged acknowledged) {
        var receipt = acknowledged.receipt();
        if (receipt == null) {
            throw new AssertionError("no receipt: " + acknowledged);
        }
        return receipt;
    }

    private StartedProduct start(String data) throws Exception {
        var product = StartedProduct.start(temporary, data, 0);
        started.add(product);
        product.url();
        return product;
    }

    private static void stop(StartedProduct product) throws Exception {
        product.signal("TERM");
        assertThat(product.exitStatus()).isZero();
    }

    private StartedProduct declareRestore(String data) throws IOException {
        var verb = StartedProduct.run(temporary, "keys", "declare-restore", "--data", data);
        started.add(verb);
        return verb;
    }
}
