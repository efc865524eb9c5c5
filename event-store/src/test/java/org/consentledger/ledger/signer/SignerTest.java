package org.consentledger.ledger.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.testing.Tampering;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {
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
    void givesEveryEventAReceiptThatVerifies() throws IOException {
        try (var ledger = TestLedger.signing(database, keys)) {
            for (int i = 0; i < 20; i++) {
                var appended = ledger.append(event("a", 2L * i), event("a", 2L * i + 1));

                assertThat(appended.treeSize()).isEqualTo(2L * i + 2);
                appended.eventIds().forEach(id -> verify(ledger, id, appended.receipt(id)));
            }
            var first = ledger.reader.event(0).orElseThrow().eventId();
            verify(ledger, first, ledger.log.receipt(UUID.fromString(first)).orElseThrow());
        }
    }

    @Test
    void coversWhatTwoProcessesAppendInTurnsAndAtOnce() throws IOException {
        try (var one = TestLedger.signing(database, keys);
                var other = TestLedger.signing(database, withSameKey("other"))) {
            var writers = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 25; i++) {
                            var process = (writer + i) % 2 == 0 ? one : other;
                            var appended = process.append(event("aggregate-" + writer, i));
                            var id = appended.eventIds().getFirst();
                            verify(process, id, appended.receipt(id));
                        }
                    }))
                    .toList();
            writers.forEach(CompletableFuture::join);

            assertThat(one.reader.size()).isEqualTo(200);
        }
    }

    @Test
    void signsAtItsNextStartWhatItCouldNotSignBefore() throws IOException {
        try (var unsigned = new TestLedger(database)) {
            assertThat(unsigned.append(event("a", 0)).treeSize()).isNull();
        }

        try (var ledger = TestLedger.signing(database, keys)) {
            var id = ledger.reader.event(0).orElseThrow().eventId();
            verify(ledger, id, ledger.log.receipt(UUID.fromString(id)).orElseThrow());
        }
    }

    @Test
    void signsSoonWhatAProcessAppendsThatSignsNothing() throws Exception {
        var notes = new LinkedBlockingQueue<SignedNote>();
        try (var ledger = TestLedger.signing(database, keys, notes::add);
                var unsigned = new TestLedger(database)) {
            ledger.store.followOthers();
            unsigned.append(event("a", 0), event("a", 1));

            var signed = notes.take();
            while (!signed.text().contains("\n2\n")) {
                signed = notes.take();
            }
            for (int position = 0; position < 2; position++) {
                var id = ledger.reader.event(position).orElseThrow().eventId();
                verify(ledger, id, ledger.log.receipt(UUID.fromString(id)).orElseThrow());
            }
        }
    }

    @Test
    void coversItsOwnEventsWhileItFollowsWhatAnotherProcessAppends() throws IOException {
        try (var ledger = TestLedger.signing(database, keys);
                var unsigned = new TestLedger(database)) {
            ledger.store.followOthers();
            var beside = CompletableFuture.runAsync(
                    () -> IntStream.range(0, 300).forEach(i -> unsigned.append(event("beside", i))));
            for (int i = 0; !beside.isDone(); i++) {
                var appended = ledger.append(event("a", i));
                var id = appended.eventIds().getFirst();
                verify(ledger, id, appended.receipt(id));
            }
            beside.join();
        }
    }

    @Test
    void refusesARestoredOlderDatabaseByItsMemoryAlone() throws IOException {
        append(0, 3);
        var backup = restore();
        append(3, 5);

        try (var restored = TestPostgres.pool(backup);
                var ledger = TestLedger.signing(restored, keys)) {
            assertThatThrownBy(() -> ledger.append(event("a", 3)))
                    .isInstanceOf(WritesSuspended.class)
                    .hasMessageContaining("3 leaves");
            assertThat(ledger.reader.size()).isEqualTo(3);
        }
    }

    @Test
    void refusesARestoredDatabaseThatHasGrownAnotherWay() throws IOException {
        append(0, 3);
        var backup = restore();
        append(3, 5);

        try (var restored = TestPostgres.pool(backup)) {
            try (var unsigned = new TestLedger(restored)) {
                for (int i = 3; i < 9; i++) {
                    unsigned.append(event("b", i - 3));
                }
            }
            try (var ledger = TestLedger.signing(restored, keys)) {
                assertThatThrownBy(() -> ledger.append(event("a", 3))).isInstanceOf(WritesSuspended.class);
            }
        }
    }

    @Test
    @DisplayName("署名の記憶が古くても、台帳にある新しいチェックポイントより短い木には署名しない")
    void refusesATreeShorterThanACheckpointThatItsOlderMemoryDoesNotKnow() throws Exception {
        append(0, 3);
        Path older = withSameKey("older");
        Files.copy(keys.resolve("ledger.signed"), older.resolve("ledger.signed"));
        append(3, 5);
        Tampering.change(
                database,
                "delete from ledger.event where position >= 4; delete from ledger.leaf where position >= 4;"
                        + " update ledger.tree set size = 4, root = (select decode(split_part(note, E'\\n', 3), 'base64')"
                        + " from ledger.checkpoint where size = 4)");

        try (var ledger = TestLedger.signing(database, older)) {
            assertThatThrownBy(() -> ledger.append(event("a", 4)))
                    .isInstanceOf(WritesSuspended.class)
                    .hasMessageContaining("the tree has 4 leaves, signed were 5");
        }
    }

    @Test
    void startsFromTheOlderSlotWhereTheLastOneIsTorn() throws IOException {
        append(0, 3);
        try (var memory = new RandomAccessFile(keys.resolve("ledger.signed").toFile(), "rw")) {
            for (int slot = 0; slot < 2; slot++) {
                memory.seek(slot * 4096L);
                if (memory.readLong() == 4) {
                    memory.seek(slot * 4096L + 40);
                    memory.write(0);
                }
            }
        }

        append(3, 4);
    }

    @Test
    void letsNobodyButTheOwnerReadTheKey() throws IOException {
        append(0, 1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("ledger.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesASecondSignerOnOneMemory() throws IOException {
        try (var _ = TestLedger.signing(database, keys)) {
            assertThatThrownBy(() -> TestLedger.signing(database, keys)).isInstanceOf(KeyRefused.class);
        }
    }

    private void append(int from, int to) throws IOException {
        try (var ledger = TestLedger.signing(database, keys)) {
            for (int i = from; i < to; i++) {
                ledger.append(event("a", i));
            }
        }
    }

    /** A copy of the database as it is now. */
    private String restore() {
        String url = database.getJdbcUrl();
        database.close();
        String copy = TestPostgres.copy(url);
        database = TestPostgres.pool(url);
        return copy;
    }

    private Path withSameKey(String name) throws IOException {
        var other = Files.createDirectory(keys.resolve(name));
        Files.copy(keys.resolve("ledger.key"), other.resolve("ledger.key"));
        return other;
    }

    /** As somebody does who has the receipt, the statement and the public key. */
    private static void verify(TestLedger ledger, String eventId, @Nullable String receipt) {
        byte[] statement = ledger.log.statement(UUID.fromString(eventId)).orElseThrow();
        var event = ledger.reader.event(UUID.fromString(eventId)).orElseThrow();
        assertThat(Statement.parse(statement).recordedAt()).isEqualTo(event.recordedAt());
        var keys = ledger.log.keys().stream().map(VerifierKey::parse).toList();

        var proof = TlogProof.parse(Objects.requireNonNull(receipt));
        var checkpoint =
                proof.verify(LeafEntry.of(UUID.fromString(eventId), statement).leafHash(), keys);

        assertThat(proof.index()).isEqualTo(event.position());
        assertThat(checkpoint.size()).isGreaterThan(event.position());
        var newest = Checkpoint.open(SignedNote.parse(ledger.log.checkpoint().orElseThrow()), List.copyOf(keys));
        assertThat(newest.size()).isGreaterThanOrEqualTo(checkpoint.size());
    }
}
