package org.consentledger.ledger.export;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;

/**
 * Up to 256 leaves with their events, as files have them.
 *
 * @param leaves hashes, as stored
 * @param entries an entry bundle
 * @param events a line of JSON each
 */
@SuppressWarnings("ArrayRecordComponent") // the content of files, never compared
record ExportedBundle(List<Hash> leaves, byte[] entries, byte[] events) {

    /** @throws ExportRefused where an event or a leaf is gone */
    static ExportedBundle read(LedgerScan scan, TilePath.Entries path) {
        long first = path.index() * TileGeometry.WIDTH;
        var leaves = scan.leaves(first, path.width());
        var events = scan.events(first, path.width());
        var hashes = new ArrayList<Hash>();
        var entries = new ArrayList<byte[]>();
        var lines = new ArrayList<byte[]>();
        for (int i = 0; i < path.width(); i++) {
            long position = first + i;
            if (i >= leaves.size() || leaves.get(i).position() != position) {
                throw new ExportRefused("leaf " + position + " is gone; fsck tells more");
            }
            if (i >= events.size() || events.get(i).position() != position) {
                throw new ExportRefused("the event at position " + position + " is gone; fsck tells more");
            }
            var leaf = leaves.get(i);
            hashes.add(leaf.hash());
            entries.add(leaf.entry().canonical());
            lines.add(new EventLine(events.get(i), leaf.statement()).encode());
        }
        return new ExportedBundle(hashes, EntryBundle.encode(entries), joined(lines));
    }

    static byte[] joined(List<byte[]> lines) {
        var all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
