package org.consentledger.ledger.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.consentledger.ledger.cosign.WitnessStatus.State;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.testing.TestWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on a real database that asks real witnesses over HTTP. */
class CosigningTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path keys;

    @TempDir
    private Path witnessFiles;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private HikariDataSource database;
    private VerifierKey key;

    @BeforeEach
    void makeDatabase() throws IOException {
        database = open(TestPostgres.ledgerDatabase());
        key = new KeyDirectory(keys).key("ledger.example/terms").verifierKey();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var part : opened.reversed()) {
            part.close();
        }
    }

    @Test
    @DisplayName("連署されたチェックポイントと受領証が配られる。台帳自身の署名が先頭に立つ")
    void servesTheNewestCheckpointAndReceiptsWithTheirCosignatures() throws Exception {
        var one = witness("w1");
        var two = witness("w2");
        var cosigning = cosigning(database, one.address(), two.address());
        var ledger = ledger(database, cosigning);

        var appended = ledger.append(event("a", 0), event("a", 1));
        eventually(() -> cosigned(ledger, 2, one, two));

        var checkpoint = served(ledger);
        assertThat(checkpoint.signatures().getFirst().name()).isEqualTo(key.name());
        assertThat(checkpoint.signatures()).hasSize(3);
        assertThat(Checkpoint.open(checkpoint, List.of(key)).size()).isEqualTo(2);
        // A cosignature is served a moment before it is remembered.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cosigning.statuses())
                        .extracting(WitnessStatus::state, WitnessStatus::size)
                        .containsOnly(tuple(State.COSIGNED, 2L)));
        var receipt = receipt(ledger, appended.eventIds().getFirst());
        assertThat(Cosignature.on(receipt.checkpoint(), keysOf(one, two))).hasSize(2);
    }

    @Test
    @DisplayName("応答しない証人がいても、書き込みは待たされない")
    void neverDelaysAWriteForAWitnessThatDoesNotAnswer() throws Exception {
        var asked = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var hanging = open(new StubWitness(_ -> {
            asked.countDown();
            uninterruptibly(released);
            return StubWitness.Response.text(500, "too late");
        }));
        var ledger = ledger(database, cosigning(database, hanging.address()));
        ledger.append(event("a", 0));
        asked.await();

        for (int i = 1; i < 50; i++) {
            var appended = ledger.append(event("a", i));
            assertThat(appended.receipt(appended.eventIds().getFirst())).isNotNull();
        }

        assertThat(released.getCount()).as("the witness has still not answered").isEqualTo(1);
        released.countDown();
    }

    @Test
    void keepsOnlyTheNewestCheckpointForAWitnessThatIsBusy() throws Exception {
        var sizes = new ArrayList<Long>();
        var asked = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var busy = open(new StubWitness(request -> {
            synchronized (sizes) {
                sizes.add(Checkpoint.parse(request.checkpoint().text()).size());
            }
            asked.countDown();
            uninterruptibly(released);
            return StubWitness.Response.text(404, "not yet");
        }));
        var cosigning = cosigning(database, busy.address());
        var ledger = ledger(database, cosigning);
        asked.await();
        for (int i = 0; i < 20; i++) {
            ledger.append(event("a", i));
        }

        released.countDown();
        eventually(() -> sizes.size() > 1);

        assertThat(sizes.subList(0, 2)).containsExactly(0L, 20L);
        assertThat(cosigning.statuses().getFirst().why()).contains("does not follow this ledger: not yet");
    }

    @Test
    void learnsFromTheWitnessWhichTreeItCosignedLast() throws Exception {
        var one = witness("w1");
        var ledger = open(TestLedger.signing(database, keys));
        ledger.append(event("a", 0), event("a", 1), event("a", 2));
        try (var otherProcess = new WitnessClient()) {
            var request = new AddCheckpoint(0, List.of(), served(ledger));
            assertThat(otherProcess.send(one.address(), request)).isInstanceOf(Reply.Cosigned.class);
        }
        closeNow(ledger);

        var again = ledger(database, cosigning(database, one.address()));
        again.append(event("a", 3));
        eventually(() -> cosigned(again, 4, one));
    }

    @Test
    @DisplayName("枝分かれした台帳は証人に拒まれ、それが見える")
    void showsThatAWitnessHasSeenAnotherHistory() throws Exception {
        var one = witness("w1");
        var cosigning = cosigning(database, one.address());
        var ledger = ledger(database, cosigning);
        ledger.append(event("a", 0), event("a", 1), event("a", 2));
        eventually(() -> cosigned(ledger, 3, one));
        closeNow(ledger);
        closeNow(cosigning);

        // Somebody with the key keeps a second ledger and a signer that remembers nothing.
        Files.delete(keys.resolve("ledger.signed"));
        var other = open(TestPostgres.ledgerDatabase());
        var forked = cosigning(other, one.address());
        var fork = ledger(other, forked);
        fork.append(event("b", 0));
        eventually(() -> state(forked) == State.CONTRADICTED);
        assertThat(forked.statuses().getFirst().why()).contains("a tree of 3 leaves, this ledger has ");

        fork.append(event("b", 1), event("b", 2), event("b", 3));
        eventually(() -> forked.statuses().getFirst().why().contains("of 4 does not begin with"));

        assertThat(state(forked)).isEqualTo(State.CONTRADICTED);
        assertThat(served(fork).signatures()).hasSize(1);
        assertThat(fork.reader.size()).as("writes go on").isEqualTo(4);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean cosigned(TestLedger ledger, long size, TestWitness... witnesses) {
        var checkpoint = served(ledger);
        return Checkpoint.parse(checkpoint.text()).size() == size
                && Cosignature.on(checkpoint, keysOf(witnesses)).size() == witnesses.length;
    }

    private static List<VerifierKey> keysOf(TestWitness... witnesses) {
        return List.of(witnesses).stream().map(TestWitness::key).toList();
    }

    private static SignedNote served(TestLedger ledger) {
        return SignedNote.parse(ledger.log.checkpoint().orElseThrow());
    }

    private static TlogProof receipt(TestLedger ledger, String eventId) {
        return TlogProof.parse(ledger.log.receipt(UUID.fromString(eventId)).orElseThrow());
    }

    private static State state(Cosigning cosigning) {
        return cosigning.statuses().getFirst().state();
    }

    private TestWitness witness(String name) throws IOException {
        return open(TestWitness.start(witnessFiles.resolve(name), "witness.example/" + name, key));
    }

    private Cosigning cosigning(HikariDataSource ledger, WitnessAddress... witnesses) {
        return open(new Cosigning(List.of(witnesses), ledger, AT_ONCE));
    }

    private TestLedger ledger(HikariDataSource ledger, Cosigning cosigning) throws IOException {
        return open(TestLedger.signing(ledger, keys, cosigning::offer));
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.add(part);
        return part;
    }

    private void closeNow(AutoCloseable part) throws Exception {
        opened.remove(part);
        part.close();
    }
}
