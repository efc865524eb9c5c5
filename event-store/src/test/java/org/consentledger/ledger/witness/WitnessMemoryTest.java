package org.consentledger.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.testing.TestLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the process, a witness never cosigns two histories. */
class WitnessMemoryTest {
    private static final TestLog LOG = TestLog.of("log.example/terms", 200);
    private static final TestLog FORK = LOG.forkedAt(3);
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-04-01T12:00:00Z"));

    @TempDir
    private Path directory;

    private WitnessDirectory files;

    @BeforeEach
    void follow() throws IOException {
        files = new WitnessDirectory(directory);
        files.follow(LOG.key());
    }

    @Test
    void remembersAcrossStartsWhatItCosigned() throws IOException {
        try (var first = open()) {
            assertThat(cosigns(first, LOG.request(0, 5))).isTrue();
        }
        try (var second = open()) {
            assertThat(second.addCheckpoint(FORK.request(0, 9).encode())).isEqualTo(new Answer.OtherSize(5));
            assertThat(cosigns(second, FORK.request(5, 9))).isFalse();
            assertThat(cosigns(second, LOG.request(5, 9))).isTrue();
        }
    }

    @Test
    @DisplayName("書き込みがどこで途切れても、二つの歴史に連署することはない")
    void aWriteTornAnywhereNeverLetsItCosignTwoHistories() throws IOException {
        Path memory = directory
                .resolve("memory")
                .resolve(WitnessDirectory.originHash(LOG.key().name()));
        try (var witness = open()) {
            cosigns(witness, LOG.request(0, 5));
        }
        byte[] before = Files.readAllBytes(memory);
        try (var witness = open()) {
            cosigns(witness, LOG.request(5, 7));
        }
        byte[] after = Files.readAllBytes(memory);
        int first = Arrays.mismatch(before, after);
        int end = IntStream.iterate(after.length, i -> i > 0 && before[i - 1] == after[i - 1], i -> i - 1)
                        .min()
                        .orElse(after.length)
                - 1;

        for (int torn = first; torn < end; torn += 4) {
            byte[] bytes = before.clone();
            System.arraycopy(after, 0, bytes, 0, torn);
            Files.write(memory, bytes);
            try (var witness = open()) {
                // Only what was cosigned before has left the process; the second cosignature had not yet.
                assertThat(witness.addCheckpoint(LOG.request(0, 9).encode()))
                        .as("torn at byte %d", torn)
                        .isEqualTo(new Answer.OtherSize(5));
                assertThat(cosigns(witness, FORK.request(5, 9))).isFalse();
            }
        }
        Files.write(memory, after);
        try (var witness = open()) {
            assertThat(witness.addCheckpoint(LOG.request(0, 9).encode())).isEqualTo(new Answer.OtherSize(7));
        }
    }

    @Test
    @DisplayName("競合する要求のうち連署されるのは、一つの歴史だけである")
    void cosignsOneHistoryHoweverManyAskAtOnce() throws IOException {
        Queue<Checkpoint> cosigned = new ConcurrentLinkedQueue<>();
        try (var witness = open()) {
            var askers = IntStream.range(0, 8)
                    .mapToObj(asker -> CompletableFuture.runAsync(() -> {
                        var log = asker % 2 == 0 ? LOG : FORK;
                        int known = 0;
                        for (int size = 1 + asker; size < 200; size += 1 + asker % 3) {
                            known = ask(witness, log, known, size, cosigned);
                        }
                    }))
                    .toList();
            askers.forEach(CompletableFuture::join);
        }
        assertThat(cosigned).hasSizeGreaterThan(20);
        var one = cosigned.stream().allMatch(checkpoint -> isOf(LOG, checkpoint)) ? LOG : FORK;
        assertThat(cosigned).allMatch(checkpoint -> isOf(one, checkpoint));
    }

    /** Asks until it is cosigned or refused; answers the size that the witness is at. */
    private static int ask(Witness witness, TestLog log, int known, int size, Queue<Checkpoint> cosigned) {
        int oldSize = known;
        while (oldSize <= size) {
            switch (witness.addCheckpoint(log.request(oldSize, size).encode())) {
                case Answer.Cosigned _ -> {
                    cosigned.add(log.checkpoint(size));
                    return size;
                }
                case Answer.OtherSize other -> oldSize = (int) other.latest();
                case Answer.Refused _ -> {
                    return oldSize;
                }
            }
        }
        return oldSize;
    }

    private static boolean isOf(TestLog log, Checkpoint checkpoint) {
        return checkpoint.root().equals(log.root((int) checkpoint.size()));
    }

    @Test
    void letsNoSecondProcessWorkInItsDirectory() throws IOException {
        try (var _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(KeyRefused.class);
        }
        open().close();
    }

    @Test
    @DisplayName("記憶を失った証人は、黙って最初から始めることはない")
    void doesNotBeginAnewWhereItsMemoryIsGone() throws IOException {
        open().close();
        var memory = directory
                .resolve("memory")
                .resolve(WitnessDirectory.originHash(LOG.key().name()));

        Files.write(memory, Arrays.copyOf(Files.readAllBytes(memory), 4_096));
        assertThatThrownBy(this::open).isInstanceOf(KeyRefused.class).hasMessageContaining("is gone");
        Files.delete(memory);
        assertThatThrownBy(this::open).isInstanceOf(KeyRefused.class).hasMessageContaining("is gone");
    }

    @Test
    void refusesTheMemoryOfAnotherWitness() throws IOException {
        try (var witness = open()) {
            cosigns(witness, LOG.request(0, 5));
        }
        Files.delete(directory.resolve("witness.key"));

        assertThatThrownBy(this::open).isInstanceOf(KeyRefused.class).hasMessageContaining("was not cosigned by");
    }

    @Test
    void keepsItsKeyForItsOwnerAndItsName() throws IOException {
        var key = files.key("witness.example/w1").verifierKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("witness.key"))))
                .isEqualTo("rw-------");
        assertThat(files.key(null).verifierKey()).isEqualTo(key);
        assertThat(key.encode()).startsWith("witness.example/w1+").contains("+B");
        assertThatThrownBy(() -> files.key("other.example")).isInstanceOf(KeyRefused.class);
    }

    @Test
    void followsALogOnceAndTakesAFurtherKeyOfIt() throws IOException {
        var successor = TestLog.of(LOG.key().name(), 9);
        files.follow(LOG.key());
        files.follow(successor.key());
        files.follow(TestLog.of("other.example", 1).key());

        assertThat(files.logs()).hasSize(2).containsKey("other.example");
        assertThat(files.logs().get(LOG.key().name())).containsExactly(LOG.key(), successor.key());
        try (var witness = open()) {
            assertThat(cosigns(witness, LOG.request(0, 5))).isTrue();
            assertThat(cosigns(witness, successor.request(5, 9))).isTrue();
        }
        assertThatThrownBy(() -> files.follow(files.key(null).verifierKey())).isInstanceOf(KeyRefused.class);
    }

    private Witness open() throws IOException {
        return files.open("witness.example/w1", NOON);
    }

    private static boolean cosigns(Witness witness, AddCheckpoint request) {
        return witness.addCheckpoint(request.encode()) instanceof Answer.Cosigned;
    }
}
