package org.consentledger.ledger.tile;

import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;

/** The bytes of a tile: its hashes one after the other (C2SP tlog-tiles, "Merkle Tree"). */
public final class HashTile {
    private HashTile() {}

    /** @throws TileRejected unless there are 1 to 256 hashes */
    public static byte[] encode(List<Hash> hashes) {
        checkWidth(hashes.size());
        var bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).writeTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }

    /**
     * The hashes of a tile of this width.
     *
     * @throws TileRejected for a byte too few or too many
     */
    public static List<Hash> decode(byte[] tile, int width) {
        checkWidth(width);
        if (tile.length != width * Hash.BYTES) {
            throw new TileRejected("a tile of width " + width + " does not have " + tile.length + " bytes");
        }
        return IntStream.range(0, width)
                .mapToObj(i -> Hash.at(tile, i * Hash.BYTES))
                .toList();
    }

    private static void checkWidth(int width) {
        if (width < 1 || width > TileGeometry.WIDTH) {
            throw new TileRejected("tile width is 1 to 256");
        }
    }
}
