package org.consentledger.ledger.audit;

import java.util.List;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;

/** Says how the stored hashes of a tile differ from those that its leaves make. */
public final class TileComparison {
    private TileComparison() {}

    /** @param first index of the first hash in its level */
    public static void compare(int tileLevel, long first, List<Hash> expected, List<Hash> stored, Findings findings) {
        for (int i = 0; i < expected.size(); i++) {
            long index = first + i;
            if (i >= stored.size()) {
                findings.add(Damage.TILE_MISSING, leaves(tileLevel, index), name(tileLevel, index) + " is gone");
                return;
            }
            if (!stored.get(i).equals(expected.get(i))) {
                findings.add(
                        Damage.TILE_CHANGED,
                        leaves(tileLevel, index),
                        name(tileLevel, index) + " is not the one that its leaves make");
            }
        }
    }

    /** The first leaf below a hash. */
    public static long leaves(int tileLevel, long index) {
        return index << (tileLevel * TileGeometry.HEIGHT);
    }

    private static String name(int tileLevel, long index) {
        return "hash " + index + " of tile level " + tileLevel;
    }
}
