package org.consentledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is changed in a proof, however little, is refused. The sizes are not changed here: a proof does not bind them, a
 * signed checkpoint does, and {@code ReceiptMutationTest} changes those.
 */
class ProofMutationTest {
    static final List<Hash> LEAVES = NaiveTree.leaves(70_000);
    static final NaiveTree NAIVE = new NaiveTree(LEAVES);
    static final int FLIPS = 2_000;
    static final int PROOFS = 20;

    @Test
    void refusesEveryFlippedBitOfEveryProofOfTreesOfUpTo20Leaves() {
        assertThat(flipEveryBit(1, 20)).isGreaterThan(500_000);
    }

    @Test
    @Tag("campaign")
    void refusesEveryFlippedBitOfEveryProofOfTreesOfUpTo40Leaves() {
        assertThat(flipEveryBit(21, 40)).isGreaterThan(1_500_000);
    }

    @Test
    void refuses2000FlippedBitsAtEachLargerSize() {
        largerSizes().parallel().forEach(size -> {
            var random = new Random(size);
            for (var proof : someProofs(size, random)) {
                proof.accept();
                for (int i = 0; i < FLIPS / PROOFS; i++) {
                    refused(proof.flipped(random.nextInt(proof.bits())));
                }
            }
        });
    }

    @Test
    void refusesEveryDroppedDoubledSwappedTruncatedOrAddedHash() {
        IntStream.concat(IntStream.rangeClosed(1, 40), largerSizes()).parallel().forEach(size -> {
            var proofs = new ArrayList<>(someProofs(size, new Random(size)));
            if (size <= 40) {
                for (int i = 0; i < size; i++) {
                    proofs.add(Inclusion.of(i, size));
                    proofs.add(Consistency.of(i + 1, size));
                }
            }
            proofs.forEach(proof -> paths(proof.path(), path -> refused(proof.with(path))));
        });
    }

    @Test
    void refusesAnythingOfTheEmptyTree() {
        var empty = TreeHashing.EMPTY_ROOT;
        for (var path : List.of(List.<Hash>of(), List.of(empty), LEAVES.subList(0, 2))) {
            refused(new Inclusion(new InclusionProof(0, 0, path), LEAVES.getFirst(), empty));
            refused(new Inclusion(new InclusionProof(0, 0, path), empty, empty));
            refused(new Consistency(new ConsistencyProof(0, 0, path), empty, empty));
            refused(new Consistency(new ConsistencyProof(0, 2, path), empty, NAIVE.root(2)));
        }
    }

    private static long flipEveryBit(int smallest, int largest) {
        return IntStream.rangeClosed(smallest, largest)
                .parallel()
                .boxed()
                .flatMap(size -> IntStream.range(0, size).boxed().<Proof>mapMulti((i, proofs) -> {
                    proofs.accept(Inclusion.of(i, size));
                    proofs.accept(Consistency.of(i + 1, size));
                }))
                .mapToLong(proof -> {
                    proof.accept();
                    for (int bit = 0; bit < proof.bits(); bit++) {
                        refused(proof.flipped(bit));
                    }
                    return proof.bits();
                })
                .sum();
    }

    private static IntStream largerSizes() {
        return IntStream.concat(IntStream.rangeClosed(41, 600), IntStream.of(65_535, 65_536, 65_537, 70_000));
    }

    private static List<Proof> someProofs(int size, Random random) {
        return IntStream.range(0, PROOFS / 2)
                .boxed()
                .<Proof>mapMulti((_, proofs) -> {
                    proofs.accept(Inclusion.of(random.nextInt(size), size));
                    proofs.accept(Consistency.of(1 + random.nextInt(size), size));
                })
                .toList();
    }

    /** Every path that comes of this one by dropping, doubling, swapping, cutting off or adding, and differs from it. */
    private static void paths(List<Hash> path, Consumer<List<Hash>> each) {
        for (int i = 0; i < path.size(); i++) {
            each.accept(changed(path, i, List::remove));
            each.accept(changed(path, i, (list, at) -> list.add(at, list.get(at))));
            each.accept(path.subList(0, i));
            each.accept(path.subList(i + 1, path.size()));
            for (int j = i + 1; j < path.size(); j++) {
                int other = j;
                each.accept(changed(path, i, (list, at) -> Collections.swap(list, at, other)));
            }
        }
        for (Hash more : List.of(TreeHashing.EMPTY_ROOT, LEAVES.getFirst(), Hash.of(new byte[32]))) {
            for (int i = 0; i <= path.size(); i++) {
                each.accept(changed(path, i, (list, at) -> list.add(at, more)));
            }
        }
    }

    private interface Change {
        void apply(List<Hash> list, int at);
    }

    private static List<Hash> changed(List<Hash> path, int at, Change change) {
        var list = new ArrayList<>(path);
        change.apply(list, at);
        return list;
    }

    private static void refused(Proof proof) {
        try {
            proof.accept();
        } catch (ProofRejected _) {
            return;
        }
        throw new AssertionError("accepted: " + proof);
    }

    private sealed interface Proof {
        void accept();

        List<Hash> path();

        Proof with(List<Hash> path);

        /** Of the hashes, the two that come from outside first, and then of the index. */
        int bits();

        Proof flipped(int bit);
    }

    private record Inclusion(InclusionProof proof, Hash leaf, Hash root) implements Proof {
        static Inclusion of(int index, int size) {
            return new Inclusion(InclusionProof.of(NAIVE, index, size), LEAVES.get(index), NAIVE.root(size));
        }

        @Override
        public void accept() {
            proof.verify(leaf, root);
        }

        @Override
        public List<Hash> path() {
            return proof.path();
        }

        @Override
        public Inclusion with(List<Hash> path) {
            return new Inclusion(new InclusionProof(proof.index(), proof.size(), path), leaf, root);
        }

        @Override
        public int bits() {
            return 256 * (2 + path().size()) + Long.SIZE;
        }

        @Override
        public Inclusion flipped(int bit) {
            int part = bit / 256;
            if (part >= 2 + path().size()) {
                return new Inclusion(new InclusionProof(proof.index() ^ (1L << bit), proof.size(), path()), leaf, root);
            }
            return switch (part) {
                case 0 -> new Inclusion(proof, flip(leaf, bit), root);
                case 1 -> new Inclusion(proof, leaf, flip(root, bit));
                default -> with(flip(path(), bit));
            };
        }
    }

    private record Consistency(ConsistencyProof proof, Hash first, Hash second) implements Proof {
        static Consistency of(int first, int second) {
            return new Consistency(ConsistencyProof.of(NAIVE, first, second), NAIVE.root(first), NAIVE.root(second));
        }

        @Override
        public void accept() {
            proof.verify(first, second);
        }

        @Override
        public List<Hash> path() {
            return proof.path();
        }

        @Override
        public Consistency with(List<Hash> path) {
            return new Consistency(new ConsistencyProof(proof.first(), proof.second(), path), first, second);
        }

        @Override
        public int bits() {
            return 256 * (2 + path().size());
        }

        @Override
        public Consistency flipped(int bit) {
            return switch (bit / 256) {
                case 0 -> new Consistency(proof, flip(first, bit), second);
                case 1 -> new Consistency(proof, first, flip(second, bit));
                default -> with(flip(path(), bit));
            };
        }
    }

    private static List<Hash> flip(List<Hash> path, int bit) {
        return changed(path, bit / 256 - 2, (list, at) -> list.set(at, flip(list.get(at), bit)));
    }

    private static Hash flip(Hash hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
