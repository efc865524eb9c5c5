package org.consentledger.verifier;

import java.io.IOException;
import java.util.List;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventAudit;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.TreeAudit;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.SoundLeaf;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.StatementRejected;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.timestamp.TimestampAudit;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;
import org.consentledger.ledger.tree.TreeHashing;
import org.jspecify.annotations.Nullable;

/**
 * Checks up to 256 leaves at once: their entries, their hashes and their events. One that is sound is recognised by its
 * bytes; any other is read, to be told what is amiss with it, if anything is.
 */
final class BundleCheck {
    private final ExportLayout layout;
    private final ExportFiles files;
    private final TreeAudit tree;
    private final EventAudit audit;
    private final TimestampAudit timestamps;
    private final Findings findings;
    private final SoundLeaf leaf = new SoundLeaf(TimestampAudit.NAME);

    BundleCheck(ExportLayout layout, ExportFiles files, TreeAudit tree, TimestampAudit timestamps, Findings findings) {
        this.layout = layout;
        this.files = files;
        this.tree = tree;
        this.audit = new EventAudit(findings);
        this.timestamps = timestamps;
        this.findings = findings;
    }

    /** Checks the next bundle; {@code false} where the tree cannot be computed any further. */
    boolean check(TilePath.Entries path) throws IOException {
        long first = path.index() * TileGeometry.WIDTH;
        var entries = files.entries(path);
        var hashes = files.tile(new TilePath.Hashes(0, path.index(), path.width()));
        try (var events = ExportedEvents.open(layout.events(path), first, layout, findings)) {
            for (int i = 0; i < path.width(); i++) {
                if (entries == null || hashes == null || !isSound(first + i, entries.get(i), hashes.get(i), events)) {
                    read(first + i, entries == null ? null : entry(first + i, entries.get(i), hashes, i), events);
                }
            }
            events.end(first + path.width());
        }
        return append(entries, hashes);
    }

    private boolean isSound(long position, byte[] entry, Hash hash, ExportedEvents events) throws IOException {
        boolean isSound = events.isSound(leaf, position, entry, hash);
        if (isSound) {
            audit.order(position, leaf.recordedAt());
        }
        return isSound;
    }

    private void read(long position, @Nullable LeafEntry entry, ExportedEvents events) throws IOException {
        var line = events.at(position);
        if (entry != null && line != null) {
            var statement = audit.statement(position, line.statement(), entry);
            if (statement != null) {
                audit.event(line.event(), statement);
            }
        }
        if (line != null) {
            timestamps.event(line.event());
        }
    }

    /** The tree goes on with its own hashes, so that an entry that was changed is told once, where it is. */
    private boolean append(@Nullable List<byte[]> entries, @Nullable List<Hash> hashes) {
        if (hashes != null) {
            hashes.forEach(tree::append);
            return true;
        }
        if (entries != null) {
            entries.forEach(entry -> tree.append(TreeHashing.leaf(entry)));
            return true;
        }
        return false;
    }

    private @Nullable LeafEntry entry(long position, byte[] entry, @Nullable List<Hash> hashes, int index) {
        if (hashes != null && !TreeHashing.leaf(entry).equals(hashes.get(index))) {
            findings.add(
                    Damage.STATEMENT_REWRITTEN, position, "the entry is not the one that the tree has the hash of");
        }
        try {
            return LeafEntry.parse(entry);
        } catch (StatementRejected e) {
            findings.add(Damage.FILE_MALFORMED, position, "the entry: " + e.getMessage());
            return null;
        }
    }
}
