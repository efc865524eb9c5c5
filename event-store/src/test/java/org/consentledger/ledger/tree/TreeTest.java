package org.consentledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree grown, read from tiles and defined by RFC 6962 is one tree. */
class TreeTest {
    static final List<Hash> LEAVES = NaiveTree.leaves(70_001);
    static final NaiveTree NAIVE = new NaiveTree(LEAVES);

    @Test
    void hashesTheEmptyTreeAndTheEmptyLeafAsRfc6962Does() {
        assertThat(TreeHashing.EMPTY_ROOT.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(TreeHashing.leaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Frontier.EMPTY.root()).isEqualTo(TreeHashing.EMPTY_ROOT);
        assertThat(Edge.EMPTY.root()).isEqualTo(TreeHashing.EMPTY_ROOT);
        assertThat(new StoredTree(NAIVE::read).root(0)).isEqualTo(TreeHashing.EMPTY_ROOT);
    }

    @Test
    void keepsLeavesAndNodesApart() {
        var left = NaiveTree.leaf(0);
        var right = NaiveTree.leaf(1);
        var both = new byte[2 * Hash.BYTES];
        left.writeTo(both, 0);
        right.writeTo(both, Hash.BYTES);

        assertThat(TreeHashing.node(left, right)).isNotEqualTo(TreeHashing.leaf(both));
    }

    @Test
    void growsAFrontierWithTheRootsOfTheDefinition() {
        var frontier = Frontier.EMPTY;
        for (int size = 0; size <= 600; size++) {
            assertThat(frontier.root()).isEqualTo(NAIVE.root(size));
            assertThat(new Frontier(size, frontier.peaks())).isEqualTo(frontier);
            frontier = frontier.append(LEAVES.get(size));
        }
    }

    @Test
    void refusesAFrontierThatIsNotOneOfItsSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(3, List.of(LEAVES.getFirst())));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(-1, List.of()));
    }

    @Test
    void neverGrowsBeyondTheLargestSize() {
        var full = new Frontier(Long.MAX_VALUE, LEAVES.subList(0, 63));

        assertThatThrownBy(() -> full.append(LEAVES.getFirst())).isInstanceOf(ArithmeticException.class);
    }

    /** Batches of every shape: inside a tile, filling one, crossing several; each edge also read back from tiles. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void growsAnEdgeInBatchesAndProvesEachLeafWithoutReading(long seed) {
        var random = new Random(seed);
        var rows = new StoredRows();
        var edge = Edge.EMPTY;
        while (edge.size() < 3_000) {
            int before = (int) edge.size();
            int batch = random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(40);
            var leaves = LEAVES.subList(before, before + batch);
            var growth = edge.grow(leaves);
            rows.store(before, leaves, growth);
            int size = before + batch;

            assertThat(growth.size()).isEqualTo(size);
            assertThat(growth.root()).isEqualTo(NAIVE.root(size));
            for (int index = before; index < size; index++) {
                var proof = growth.inclusionProof(index);
                proof.verify(LEAVES.get(index), growth.root());
                assertThat(proof).isEqualTo(InclusionProof.of(NAIVE, index, size));
            }
            if (before > 0) {
                growth.consistencyProof().verify(edge.root(), growth.root());
            }
            // The edge before is as it was: an append can be rolled back.
            assertThat(edge.root()).isEqualTo(NAIVE.root(before));
            edge = growth.edge();
            assertThat(edge.root()).isEqualTo(growth.root());
            assertThat(edge.frontier()).isEqualTo(new StoredTree(rows).frontier(size));
            if (random.nextInt(10) == 0) {
                edge = new StoredTree(rows).edge(size);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 70_000})
    void growsAcrossTheThirdTileLevel(int before) {
        var rows = new StoredRows();
        rows.store(0, LEAVES.subList(0, before), Edge.EMPTY.grow(LEAVES.subList(0, before)));
        var growth = new StoredTree(rows).edge(before).grow(LEAVES.subList(before, before + 1));

        assertThat(growth.root()).isEqualTo(NAIVE.root(before + 1));
        growth.inclusionProof(before).verify(LEAVES.get(before), growth.root());
        growth.consistencyProof().verify(NAIVE.root(before), growth.root());
        assertThat(new StoredTree(rows).root(before)).isEqualTo(NAIVE.root(before));
    }

    @Test
    void storesEachCompleteTileOnce() {
        var growth = Edge.EMPTY.grow(LEAVES.subList(0, 70_000));

        var completed = growth.completedTiles();

        assertThat(completed).hasSize(273 + 1);
        assertThat(completed.getLast()).isEqualTo(new Growth.CompletedTile(2, 0, NAIVE.perfect(16, 0)));
        assertThat(growth.edge().grow(LEAVES.subList(70_000, 70_001)).completedTiles())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void buildsFromTilesTheProofsOfTheDefinition(long seed) {
        var random = new Random(seed);
        var rows = new StoredRows();
        rows.store(0, LEAVES.subList(0, 70_000), Edge.EMPTY.grow(LEAVES.subList(0, 70_000)));
        var tree = new StoredTree(rows);
        for (int i = 0; i < 40; i++) {
            int size = 1 + random.nextInt(70_000);
            int index = random.nextInt(size);
            int first = 1 + random.nextInt(size);

            var inclusion = tree.inclusionProof(index, size);
            var consistency = tree.consistencyProof(first, size);

            var root = NAIVE.root(size);
            inclusion.verify(LEAVES.get(index), root);
            consistency.verify(NAIVE.root(first), root);
            assertThat(inclusion).isEqualTo(InclusionProof.of(NAIVE, index, size));
            assertThat(consistency).isEqualTo(ConsistencyProof.of(NAIVE, first, size));
        }
    }

    @Test
    void readsEachTileOnceForAProof() {
        var rows = new StoredRows();
        rows.store(0, LEAVES.subList(0, 70_000), Edge.EMPTY.grow(LEAVES.subList(0, 70_000)));
        var seen = new ArrayList<String>();
        var tree = new StoredTree((level, first, count) -> {
            assertThat(first % 256).isZero();
            seen.add(level + "/" + first);
            return rows.read(level, first, count);
        });

        tree.inclusionProof(12_345, 70_000);

        assertThat(seen).hasSizeLessThanOrEqualTo(6).hasSameSizeAs(new HashSet<>(seen));
    }

    @Test
    void saysSoWhereATileLacksAHash() {
        var tree = new StoredTree((_, first, count) -> LEAVES.subList((int) first, (int) first + count - 1));

        assertThatThrownBy(() -> tree.root(10)).hasMessageContaining("9 hashes are there, 10 should be");
    }

    @Test
    void buildsNoProofOfWhatIsNotThere() {
        var tree = new StoredTree(NAIVE::read);
        var growth = Edge.EMPTY.grow(LEAVES.subList(0, 3)).edge().grow(LEAVES.subList(3, 5));

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusionProof(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusionProof(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistencyProof(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistencyProof(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> growth.inclusionProof(2));
        assertThatIllegalArgumentException().isThrownBy(() -> growth.inclusionProof(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edge.EMPTY.grow(LEAVES.subList(0, 3)).consistencyProof());
    }

    @Test
    void provesAnythingInTreesOfUpTo40Leaves() {
        var tree = new StoredTree(NAIVE::read);
        for (int size = 1; size <= 40; size++) {
            var root = NAIVE.root(size);
            for (int i = 0; i < size; i++) {
                tree.inclusionProof(i, size).verify(LEAVES.get(i), root);
                tree.consistencyProof(i + 1, size).verify(NAIVE.root(i + 1), root);
            }
        }
    }

    @Test
    void refusesNumbersOutOfRangeWithoutOverflow() {
        var leaf = LEAVES.getFirst();
        for (long size : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> new InclusionProof(0, size, List.of()).verify(leaf, leaf))
                    .isInstanceOf(ProofRejected.class);
            assertThatThrownBy(() -> new ConsistencyProof(1, size, List.of()).verify(leaf, leaf))
                    .isInstanceOf(ProofRejected.class);
            assertThatThrownBy(() -> new ConsistencyProof(size, 1, List.of(leaf)).verify(leaf, leaf))
                    .isInstanceOf(ProofRejected.class);
        }
        assertThatThrownBy(() -> new InclusionProof(-1, Long.MAX_VALUE, List.of()).verify(leaf, leaf))
                .isInstanceOf(ProofRejected.class);
        var overlong = LongStream.range(0, 200).mapToObj(_ -> leaf).toList();
        assertThatThrownBy(() -> new InclusionProof(5, Long.MAX_VALUE, overlong).verify(leaf, leaf))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> new ConsistencyProof(5, Long.MAX_VALUE, overlong).verify(leaf, leaf))
                .hasMessageContaining("too long");
    }

    @Test
    void readsAHashOnlyFromItsOneText() {
        var hash = Hash.sha256("x".getBytes(StandardCharsets.UTF_8));

        assertThat(Hash.ofHex(hash.hex())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(Hash.ofBase64(hash.base64())).isEqualTo(hash);
        assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.ofHex(hash.hex().toUpperCase(Locale.ROOT)));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        var base64 = hash.base64();
        for (String wrong : List.of("", base64 + "\n", base64.replace("=", ""), nextToLastBitSet(base64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofBase64(wrong));
        }
        assertThatCode(() -> hash.bytes()[0]++).doesNotThrowAnyException();
        assertThat(hash).isEqualTo(Hash.sha256("x".getBytes(StandardCharsets.UTF_8)));
    }

    /** 43 digits carry 258 bits for 256: the last two must be zero. */
    private static String nextToLastBitSet(String base64) {
        return base64.substring(0, 42) + (char) (base64.charAt(42) + 1) + "=";
    }
}
