package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.note.TestKeys.LOG;
import static org.consentledger.ledger.note.TestKeys.WITNESS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Growth;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.HashSource;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.ProofRejected;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is changed in the text of a checkpoint or a receipt, however little, is refused. */
class ReceiptMutationTest {
    static final List<Hash> LEAVES = IntStream.range(0, 70_000)
            .mapToObj(i -> TreeHashing.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    static final Growth TREE = Edge.EMPTY.grow(LEAVES);
    static final List<Growth.CompletedTile> COMPLETED = TREE.completedTiles();
    static final StoredTree STORED = new StoredTree(rows());
    static final int FLIPS = Integer.getInteger("campaign.flips", 2_000);

    /** Level 1 stands before level 2. */
    private static HashSource rows() {
        int levelOne = LEAVES.size() / 256;
        return (level, first, count) -> switch (level) {
            case 0 -> LEAVES.subList((int) first, (int) first + count);
            case 1 ->
                COMPLETED.subList((int) first, (int) first + count).stream()
                        .map(Growth.CompletedTile::hash)
                        .toList();
            default -> List.of(COMPLETED.get(levelOne).hash());
        };
    }

    @Test
    void refusesEveryFlippedBitOfSomeCheckpoints() {
        assertThat(checkpoints(IntStream.of(0, 9, 10, 40))
                        .mapToLong(Text::flipEveryBit)
                        .sum())
                .isGreaterThan(4_000);
    }

    @Test
    void refusesEveryFlippedBitOfSomeReceipts() {
        assertThat(IntStream.of(1, 13)
                        .parallel()
                        .mapToObj(size -> receipt(size - 1, size))
                        .mapToLong(Text::flipEveryBit)
                        .sum())
                .isGreaterThan(4_000);
    }

    @Test
    void refusesEveryFlippedBitOfACosignedReceiptOfAReaderWhoAsksForTheWitness() {
        cosigned(1, 3).flipEveryBit();
    }

    @Test
    void refusesFlippedBitsAtSomeLargerSizes() {
        IntStream.of(41, 255, 256, 257, 600, 65_535, 65_536, 65_537, 70_000)
                .parallel()
                .forEach(size -> {
                    flipSome(size, 100);
                });
    }

    @Test
    void refusesEveryDroppedDoubledSwappedOrTruncatedPart() {
        Stream.concat(
                        checkpoints(IntStream.of(0, 1, 40)),
                        IntStream.of(1, 2, 7, 13, 40, 257, 65_537, 70_000).mapToObj(size -> receipt(size / 2, size)))
                .parallel()
                .forEach(Text::changeEveryPart);
    }

    @Test
    @Tag("campaign")
    void refusesEveryFlippedBitAndEveryChangedPartOfEveryCheckpointOfUpTo40Leaves() {
        checkpoints(IntStream.rangeClosed(0, 40)).forEach(text -> {
            text.flipEveryBit();
            text.changeEveryPart();
        });
    }

    /** But for the bits of the checkpoint at its end, which all receipts of one size share. */
    @Test
    @Tag("campaign")
    void refusesEveryFlippedBitAndEveryChangedPartOfEveryReceiptOfUpTo40Leaves() {
        IntStream.rangeClosed(1, 40)
                .boxed()
                .flatMap(size -> IntStream.range(0, size).mapToObj(index -> quickReceipt(index, size)))
                .parallel()
                .forEach(text -> {
                    text.flipEveryBitBefore(text.text().indexOf("\n\n") + 2);
                    text.changeEveryPart();
                });
    }

    @Test
    @Tag("campaign")
    void refusesManyFlippedBitsAndEveryChangedPartAtEachLargerSize() {
        IntStream.concat(IntStream.rangeClosed(41, 600), IntStream.of(65_535, 65_536, 65_537, 70_000))
                .parallel()
                .forEach(size -> {
                    flipSome(size, FLIPS);
                    quickReceipt(new Random(size).nextInt(size), size).changeEveryPart();
                    checkpoint(size).changeEveryPart();
                });
    }

    /** A tenth of them in a checkpoint, the others in ten receipts, which have one too. */
    private static void flipSome(int size, int flips) {
        var random = new Random(size);
        flipSome(checkpoint(size), flips / 10, random);
        for (int i = 0; i < 10; i++) {
            flipSome(quickReceipt(random.nextInt(size), size), flips * 9 / 100, random);
        }
    }

    private static void flipSome(Text text, int flips, Random random) {
        text.accept();
        for (int i = 0; i < flips; i++) {
            text.refuseFlipped(random.nextInt(text.bits()));
        }
    }

    private static Stream<Text> checkpoints(IntStream sizes) {
        return sizes.parallel().mapToObj(ReceiptMutationTest::checkpoint);
    }

    private static SignedNote signed(int size) {
        return new Checkpoint(LOG.verifierKey().name(), size, STORED.root(size)).sign(LOG);
    }

    private static Text checkpoint(int size) {
        return new Text(
                signed(size).encode(), text -> Checkpoint.open(SignedNote.parse(text), List.of(LOG.verifierKey())));
    }

    private static Text receipt(int index, int size) {
        InclusionProof inclusion = STORED.inclusionProof(index, size);
        return new Text(
                TlogProof.of(inclusion, signed(size)).encode(),
                text -> TlogProof.parse(text).verify(LEAVES.get(index), List.of(LOG.verifierKey())));
    }

    /** Where a change leaves the checkpoint as it is, its signature is not checked again: that is what takes the time. */
    private static Text quickReceipt(int index, int size) {
        var logKeys = List.of(LOG.verifierKey());
        var note = signed(size);
        var opened = Checkpoint.open(note, logKeys);
        return new Text(TlogProof.of(STORED.inclusionProof(index, size), note).encode(), text -> {
            var receipt = TlogProof.parse(text);
            if (!receipt.checkpoint().equals(note)) {
                return receipt.verify(LEAVES.get(index), logKeys);
            }
            new InclusionProof(receipt.index(), opened.size(), receipt.path()).verify(LEAVES.get(index), opened.root());
            return opened;
        });
    }

    private static Text cosigned(int index, int size) {
        var note = signed(size);
        var both = note.with(WITNESS.cosign(Checkpoint.parse(note.text()), Instant.ofEpochSecond(1_775_044_800)));
        return new Text(
                TlogProof.of(STORED.inclusionProof(index, size), both).encode(),
                text -> TlogProof.parse(text)
                        .verify(LEAVES.get(index), List.of(LOG.verifierKey()), List.of(WITNESS.verifierKey()), 1));
    }

    private interface Check {
        Checkpoint check(byte[] text);
    }

    private record Text(String text, Check check) {
        void accept() {
            assertThat(check.check(text.getBytes(StandardCharsets.UTF_8))).isNotNull();
        }

        int bits() {
            return 8 * text.getBytes(StandardCharsets.UTF_8).length;
        }

        long flipEveryBit() {
            return flipEveryBitBefore(bits() / 8);
        }

        long flipEveryBitBefore(int length) {
            accept();
            for (int bit = 0; bit < 8 * length; bit++) {
                refuseFlipped(bit);
            }
            return 8L * length;
        }

        void refuseFlipped(int bit) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            refuse(bytes);
        }

        /** Lines dropped, doubled and swapped; and cut off after every character. */
        void changeEveryPart() {
            accept();
            var lines = List.of(text.split("(?<=\n)"));
            for (int i = 0; i < lines.size(); i++) {
                var dropped = new ArrayList<>(lines);
                dropped.remove(i);
                refuse(dropped);
                var doubled = new ArrayList<>(lines);
                doubled.add(i, lines.get(i));
                refuse(doubled);
                for (int j = i + 1; j < lines.size(); j++) {
                    // Two empty lines swapped are no change.
                    if (lines.get(i).equals(lines.get(j))) {
                        continue;
                    }
                    var swapped = new ArrayList<>(lines);
                    Collections.swap(swapped, i, j);
                    refuse(swapped);
                }
            }
            for (int length = 0; length < text.length(); length++) {
                refuse(List.of(text.substring(0, length)));
            }
        }

        private void refuse(List<String> lines) {
            var changed = String.join("", lines);
            assertThat(changed).isNotEqualTo(text);
            refuse(changed.getBytes(StandardCharsets.UTF_8));
        }

        private void refuse(byte[] changed) {
            try {
                check.check(changed);
            } catch (NoteRejected | ProofRejected _) {
                return;
            }
            throw new AssertionError("accepted: " + new String(changed, StandardCharsets.UTF_8));
        }
    }
}
