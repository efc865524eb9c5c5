package org.consentledger.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.consentledger.ledger.tree.TileGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @Test
    void writesTheExampleOfC2sp() {
        assertThat(new TilePath.Hashes(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
        assertThat(new TilePath.Hashes(3, 0, 1)).hasToString("tile/3/000.p/1");
        assertThat(new TilePath.Entries(1_000, 255)).hasToString("tile/entries/x001/000.p/255");
        assertThat(new TilePath.Entries(Long.MAX_VALUE, 256))
                .hasToString("tile/entries/x009/x223/x372/x036/x854/x775/807");
    }

    @Test
    void readsWhatItWrites() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            int width = 1 + random.nextInt(256);
            TilePath path = random.nextBoolean()
                    ? new TilePath.Entries(index, width)
                    : new TilePath.Hashes(random.nextInt(64), index, width);

            assertThat(TilePath.parse(path.toString())).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/000\n",
                "tile//000",
                "tile/Entries/000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/x001/x000",
                "tile/0/X001/000",
                "tile/0/x01/000",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/-1",
                "tile/0/000.p/1/",
                "tile/0/000.P/1",
                "tile/0/000xp/1",
                "tile/0/000/../000",
                "tile/0/\u0660\u0660\u0660",
                "tile/0/%30%30%30",
            })
    void refusesEveryOtherText(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(TileRejected.class);
    }

    @Test
    void listsTheTilesOfTheSizesThatC2spTells() {
        var tiles = TilePath.hashesOf(70_000).toList();
        assertThat(tiles)
                .hasSize(273 + 1 + 1 + 1 + 1)
                .endsWith(
                        new TilePath.Hashes(0, 273, 112),
                        new TilePath.Hashes(1, 0, 256),
                        new TilePath.Hashes(1, 1, 17),
                        new TilePath.Hashes(2, 0, 1));
        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.width() == 256))
                .hasSize(273);
        assertThat(TilePath.hashesOf(256))
                .containsExactly(new TilePath.Hashes(0, 0, 256), new TilePath.Hashes(1, 0, 1));
        assertThat(TilePath.hashesOf(0)).isEmpty();
        assertThat(TilePath.entriesOf(257)).containsExactly(new TilePath.Entries(0, 256), new TilePath.Entries(1, 1));
    }

    @Test
    void isWithinATreeOnlyWhereAllItsHashesAre() {
        for (long size : new long[] {0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000}) {
            for (int level = 0; level < 4; level++) {
                long hashes = TileGeometry.complete(level, size);
                for (long index : new long[] {0, 1, 2, 255, 256, 272, 273, 274}) {
                    for (int width : new int[] {1, 2, 17, 18, 111, 112, 113, 254, 255, 256}) {
                        assertThat(new TilePath.Hashes(level, index, width).isWithin(size))
                                .isEqualTo(index * 256 + width <= hashes);
                    }
                }
            }
            assertThat(TilePath.hashesOf(size).allMatch(tile -> tile.isWithin(size)))
                    .isTrue();
        }
        assertThat(new TilePath.Hashes(0, Long.MAX_VALUE, 256).isWithin(Long.MAX_VALUE))
                .isFalse();
        assertThat(new TilePath.Hashes(63, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
    }
}
