package org.consentledger.ledger.tile;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.consentledger.ledger.tree.TileGeometry;

/**
 * The name of a tile or an entry bundle (C2SP tlog-tiles, "Merkle Tree" and "Log entries"). Each has exactly one text,
 * {@code tile/<L>/<N>[.p/<W>]} or {@code tile/entries/<N>[.p/<W>]}, with no slash in front.
 */
public sealed interface TilePath {
    /** From 0; at level L the tile covers the leaves from {@code index * 256^(L+1)}. */
    long index();

    /** How many hashes or entries it has: 256 for a full one, 1 to 255 for a partial one. */
    int width();

    /** Whether a tree of this size has all its hashes or entries, so that it may be served. */
    boolean isWithin(long treeSize);

    /** Hashes of complete subtrees of 256^level leaves each; level 0 to 63. */
    record Hashes(int level, long index, int width) implements TilePath {
        public Hashes {
            if (level < 0 || level > 63) {
                throw new TileRejected("tile level is 0 to 63");
            }
            check(index, width);
        }

        @Override
        public boolean isWithin(long treeSize) {
            return reaches(TileGeometry.complete(level, treeSize), index, width);
        }

        @Override
        public String toString() {
            return "tile/" + level + "/" + tail(index, width);
        }
    }

    /** The entries whose hashes are in the tile of level 0 with the same index. */
    record Entries(long index, int width) implements TilePath {
        public Entries {
            check(index, width);
        }

        @Override
        public boolean isWithin(long treeSize) {
            return reaches(treeSize, index, width);
        }

        @Override
        public String toString() {
            return "tile/entries/" + tail(index, width);
        }
    }

    /** @throws TileRejected for every text but the canonical one of a tile or an entry bundle */
    static TilePath parse(String path) {
        return Text.parse(path);
    }

    /** The tiles of a tree of this size, partial ones included; level by level, each from the left. */
    static Stream<Hashes> hashesOf(long treeSize) {
        return IntStream.range(0, Long.SIZE / TileGeometry.HEIGHT).boxed().flatMap(level -> {
            long complete = TileGeometry.complete(level, treeSize);
            return LongStream.range(0, tiles(complete)).mapToObj(i -> new Hashes(level, i, widthOf(complete, i)));
        });
    }

    static Stream<Entries> entriesOf(long treeSize) {
        return LongStream.range(0, tiles(treeSize)).mapToObj(i -> new Entries(i, widthOf(treeSize, i)));
    }

    private static long tiles(long hashes) {
        return hashes / TileGeometry.WIDTH + (hashes % TileGeometry.WIDTH == 0 ? 0 : 1);
    }

    private static int widthOf(long hashes, long index) {
        return (int) Math.min(TileGeometry.WIDTH, hashes - index * TileGeometry.WIDTH);
    }

    private static boolean reaches(long hashes, long index, int width) {
        return hashes >= width && index <= (hashes - width) / TileGeometry.WIDTH;
    }

    private static void check(long index, int width) {
        if (index < 0) {
            throw new TileRejected("tile index is not negative");
        }
        if (width < 1 || width > TileGeometry.WIDTH) {
            throw new TileRejected("tile width is 1 to 256");
        }
    }

    /** Index 1234067 is {@code x001/x234/067}; a full tile has no width. */
    private static String tail(long index, int width) {
        var groups = new StringBuilder(lastDigits(index));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + lastDigits(rest) + "/");
        }
        return width == TileGeometry.WIDTH ? groups.toString() : groups + ".p/" + width;
    }

    private static String lastDigits(long number) {
        return Long.toString(1000 + number % 1000).substring(1);
    }

    /** Reading by the grammar, then by writing again: what differs is not canonical. */
    final class Text {
        private static final Pattern GRAMMAR = Pattern.compile("tile/(?<level>entries|[0-9]{1,2})"
                + "/(?<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");

        private Text() {}

        private static TilePath parse(String path) {
            var parts = GRAMMAR.matcher(path);
            if (!parts.matches()) {
                throw new TileRejected("not the path of a tile");
            }
            String partial = parts.group("width");
            int width = partial == null ? TileGeometry.WIDTH : Integer.parseInt(partial);
            long index = index(parts.group("index"));
            String level = parts.group("level");
            TilePath tile = level.equals("entries")
                    ? new Entries(index, width)
                    : new Hashes(Integer.parseInt(level), index, width);
            if (!tile.toString().equals(path)) {
                throw new TileRejected("the canonical path is " + tile);
            }
            return tile;
        }

        private static long index(String groups) {
            try {
                return Long.parseLong(groups.replace("x", "").replace("/", ""));
            } catch (NumberFormatException _) {
                throw new TileRejected("tile index is out of range");
            }
        }
    }
}
