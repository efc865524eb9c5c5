package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole log that transparency-dev/tessera wrote: tiles, entries, and a checkpoint of every size it ever had. */
class TesseraLogTest {
    static final Path VECTORS = Path.of("src/test/resources/vectors");
    static final Path LOG = VECTORS.resolve("tessera-log");
    static final VerifierKey KEY =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    @Test
    void findsTheCheckpointsOf16Sizes() throws IOException {
        assertThat(checkpoints()).hasSize(16);
        assertThat(checkpoints().stream().map(file -> open(file).size()).sorted())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(open(LOG.resolve("checkpoint"))).isEqualTo(open(VECTORS.resolve("tessera-history/checkpoint.15")));
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void findsTheRootOfEachCheckpointInItsTilesAndItsEntries(Path file) {
        var checkpoint = open(file);
        var size = checkpoint.size();

        assertThat(new StoredTree(tilesOf(size)::read).root(size)).isEqualTo(checkpoint.root());
        var leaves = TilePath.entriesOf(size)
                .flatMap(path -> EntryBundle.decode(bytes(LOG.resolve(path.toString())), path.width()).stream())
                .map(TreeHashing::leaf)
                .toList();
        assertThat(leaves).hasSize((int) size);
        assertThat(Edge.EMPTY.grow(leaves).root()).isEqualTo(checkpoint.root());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void provesThatEachCheckpointContinuesEachEarlierOneAndHoldsItsLeaves(Path file) {
        var second = open(file);
        var tiles = tilesOf(second.size());
        var tree = new StoredTree(tiles::read);
        for (long first = 1; first <= second.size(); first++) {
            var root =
                    open(VECTORS.resolve("tessera-history/checkpoint." + first)).root();
            tree.consistencyProof(first, second.size()).verify(root, second.root());
            var leaf = tiles.read(0, first - 1, 1).getFirst();
            tree.inclusionProof(first - 1, second.size()).verify(leaf, second.root());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesAndWritesEachFileAsTesseraDid(Path file) {
        var name = LOG.relativize(file).toString();
        var path = TilePath.parse(name);

        assertThat(path).hasToString(name);
        assertThat(path.isWithin(15)).isTrue();
        var written = switch (path) {
            case TilePath.Hashes tile -> HashTile.encode(HashTile.decode(bytes(file), tile.width()));
            case TilePath.Entries entries -> EntryBundle.encode(EntryBundle.decode(bytes(file), entries.width()));
        };
        assertThat(written).isEqualTo(bytes(file));
    }

    private record Tiles(long size) {
        List<Hash> read(int level, long first, int count) {
            return TilePath.hashesOf(size)
                    .filter(path -> path.level() == level && path.index() == first / 256)
                    .flatMap(path -> HashTile.decode(bytes(LOG.resolve(path.toString())), path.width()).stream())
                    .skip(first % 256)
                    .limit(count)
                    .toList();
        }
    }

    private static Tiles tilesOf(long size) {
        return new Tiles(size);
    }

    private static Checkpoint open(Path file) {
        return Checkpoint.open(SignedNote.parse(bytes(file)), List.of(KEY));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(VECTORS.resolve("tessera-history"))) {
            return files.sorted().toList();
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(LOG.resolve("tile"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
