package org.consentledger.ledger.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.KeyChange;
import org.consentledger.ledger.rows.KeyChange.Reason;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySuccessionTest {
    @TempDir
    private Path keys;

    private HikariDataSource database;

    @BeforeEach
    void makeDatabase() {
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    @DisplayName("鍵の交代は、旧鍵と新鍵の両方が署名した記録で公開される")
    void handsOverWithACheckpointThatBothKeysSigned() throws IOException {
        append(database, 0, 3);

        succession(database).rotate();

        append(database, 3, 5);
        var change = changes(database).getFirst();
        assertThat(change.reason()).isEqualTo(Reason.ROTATION);
        var both = List.of(change.oldKey(), change.newKey());
        assertThat(change.newCheckpoint().signedBy(both)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(Checkpoint.parse(change.newCheckpoint().text()).size()).isEqualTo(3);
        try (var ledger = TestLedger.signing(database, keys)) {
            var newest = SignedNote.parse(ledger.log.checkpoint().orElseThrow());
            assertThat(newest.signedBy(both)).containsExactly(change.newKey());
            assertThat(ledger.log.keys())
                    .containsExactly(change.newKey().encode(), change.oldKey().encode());
        }
        assertThat(new KeyDirectory(keys).retired()).containsExactly(change.oldKey());
    }

    @Test
    void showsTheHandOverAsTheNewestCheckpointBeforeAnythingIsAppended() throws IOException {
        append(database, 0, 3);
        var handOver = succession(database).rotate();

        try (var ledger = TestLedger.signing(database, keys)) {
            assertThat(Checkpoint.open(
                                    SignedNote.parse(ledger.log.checkpoint().orElseThrow()),
                                    List.of(VerifierKey.parse(ledger.log.keys().getFirst())))
                            .size())
                    .isEqualTo(3);
            assertThat(ledger.log.checkpoint()).contains(handOver.encode());
        }
    }

    @Test
    @DisplayName("復元の宣言により、台帳は新しい鍵で再開し、失われた記録も公開される")
    void opensARestoredLedgerAgainAndPublishesWhatWasSignedBefore() throws IOException {
        append(database, 0, 3);
        String backup = backUp();
        append(database, 3, 5);

        try (var restored = TestPostgres.pool(backup)) {
            assertThatThrownBy(() -> append(restored, 3, 4)).isInstanceOf(WritesSuspended.class);
            succession(restored).declareRestore();
            append(restored, 3, 4);

            var change = changes(restored).getFirst();
            assertThat(change.reason()).isEqualTo(Reason.RESTORE);
            assertThat(size(change.oldCheckpoint(), change.oldKey())).isEqualTo(5);
            assertThat(size(change.newCheckpoint(), change.newKey())).isEqualTo(3);
            try (var ledger = TestLedger.signing(restored, keys)) {
                var id = ledger.reader.event(3).orElseThrow().eventId();
                var receipt = ledger.log.receipt(UUID.fromString(id)).orElseThrow();
                assertThat(TlogProof.parse(receipt).checkpoint().signedBy(List.of(change.newKey())))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void refusesToDeclareARestoreWhereNothingWasRestored() throws IOException {
        append(database, 0, 3);

        assertThatThrownBy(succession(database)::declareRestore)
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("nothing to declare");
        assertThat(changes(database)).isEmpty();
    }

    @Test
    void refusesToHandARestoredLedgerOverAsIfNothingHadHappened() throws IOException {
        append(database, 0, 3);
        String backup = backUp();
        append(database, 3, 5);

        try (var restored = TestPostgres.pool(backup)) {
            assertThatThrownBy(succession(restored)::rotate)
                    .isInstanceOf(KeyRefused.class)
                    .hasMessageContaining("3 leaves");
            assertThat(changes(restored)).isEmpty();
        }
    }

    @Test
    void refusesWhileASignerIsAtWork() throws IOException {
        append(database, 0, 1);

        try (var _ = TestLedger.signing(database, keys)) {
            assertThatThrownBy(succession(database)::rotate).isInstanceOf(KeyRefused.class);
        }
    }

    /** Killed after the memory was written, and killed before: the directory is then as copied here. */
    @Test
    void goesOnWithTheSameNewKeyWhereItWasKilled() throws IOException {
        append(database, 0, 3);
        var oldKey = Files.copy(keys.resolve("ledger.key"), keys.resolve("old-key"));
        var oldMemory = Files.copy(keys.resolve("ledger.signed"), keys.resolve("old-memory"));
        succession(database).rotate();
        var newKey = Files.readString(keys.resolve("ledger.key"));

        Files.move(keys.resolve("ledger.key"), keys.resolve("ledger.key.next"));
        Files.copy(oldKey, keys.resolve("ledger.key"));
        succession(database).rotate();
        assertThat(keys.resolve("ledger.key")).hasContent(newKey);

        Files.move(keys.resolve("ledger.key"), keys.resolve("ledger.key.next"));
        Files.copy(oldKey, keys.resolve("ledger.key"));
        Files.copy(oldMemory, keys.resolve("ledger.signed"), StandardCopyOption.REPLACE_EXISTING);
        succession(database).rotate();
        assertThat(keys.resolve("ledger.key")).hasContent(newKey);

        assertThat(changes(database)).hasSize(1);
        append(database, 3, 4);
    }

    private KeySuccession succession(HikariDataSource ledger) {
        return new KeySuccession(new KeyDirectory(keys), ledger);
    }

    private static List<KeyChange> changes(HikariDataSource ledger) {
        return new KeyChangeRows(ledger).all();
    }

    private static long size(SignedNote checkpoint, VerifierKey key) {
        return Checkpoint.open(checkpoint, List.of(key)).size();
    }

    private void append(HikariDataSource to, int from, int until) throws IOException {
        try (var ledger = TestLedger.signing(to, keys)) {
            for (int i = from; i < until; i++) {
                ledger.append(event("a", i));
            }
        }
    }

    /** A copy of the database as it is now. */
    private String backUp() {
        String url = database.getJdbcUrl();
        database.close();
        String copy = TestPostgres.copy(url);
        database = TestPostgres.pool(url);
        return copy;
    }
}
