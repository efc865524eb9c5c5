package org.consentledger.ledger.tile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.tree.TileGeometry;

/** The bytes of an entry bundle: each entry behind its length, a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {
    private static final int MOST_BYTES = 0xffff;

    private EntryBundle() {}

    /** @throws TileRejected unless there are 1 to 256 entries of at most 65,535 bytes */
    public static byte[] encode(List<byte[]> entries) {
        checkWidth(entries.size());
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > MOST_BYTES) {
                throw new TileRejected("an entry of " + entry.length + " bytes does not fit");
            }
            length += Short.BYTES + entry.length;
        }
        var bundle = ByteBuffer.allocate(length);
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /**
     * The entries of a bundle of this width.
     *
     * @throws TileRejected for a byte too few or too many
     */
    public static List<byte[]> decode(byte[] bundle, int width) {
        checkWidth(width);
        var rest = ByteBuffer.wrap(bundle);
        var entries = new ArrayList<byte[]>();
        try {
            for (int i = 0; i < width; i++) {
                var entry = new byte[Short.toUnsignedInt(rest.getShort())];
                rest.get(entry);
                entries.add(entry);
            }
        } catch (BufferUnderflowException _) {
            throw new TileRejected("bundle ends within entry " + entries.size() + " of " + width);
        }
        if (rest.hasRemaining()) {
            throw new TileRejected(rest.remaining() + " bytes follow the " + width + " entries");
        }
        return entries;
    }

    private static void checkWidth(int width) {
        if (width < 1 || width > TileGeometry.WIDTH) {
            throw new TileRejected("bundle width is 1 to 256");
        }
    }
}
