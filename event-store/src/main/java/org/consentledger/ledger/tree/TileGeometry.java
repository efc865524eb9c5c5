package org.consentledger.ledger.tree;

/** How C2SP tlog-tiles cuts a tree: into tiles of height 8, hence 256 hashes wide. */
public final class TileGeometry {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;

    private TileGeometry() {}

    /** {@code floor(size / 256^level)}: how many hashes the level has in a tree of that size. */
    public static long complete(int level, long size) {
        int bits = level * HEIGHT;
        return bits >= Long.SIZE ? 0 : size >>> bits;
    }
}
