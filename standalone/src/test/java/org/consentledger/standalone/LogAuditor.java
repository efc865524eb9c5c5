package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TileGeometry;

/** Reads the whole public log as it is now, and holds it to receipts and checkpoints that were given before. */
final class LogAuditor {
    private final LedgerClient client;
    private final List<VerifierKey> keys;
    private final Checkpoint last;
    private final List<LeafEntry> entries = new ArrayList<>();
    private final Map<Tile, List<Hash>> tiles = new HashMap<>();
    private final StoredTree tree = new StoredTree(this::read);
    private final Map<Long, Hash> begun = new TreeMap<>();

    private record Tile(int level, long index) {}

    private LogAuditor(LedgerClient client) throws IOException {
        this.client = client;
        this.keys = ok("/ledger/key").lines().map(VerifierKey::parse).toList();
        this.last = Checkpoint.open(SignedNote.parse(ok("/ledger/checkpoint")), keys);
        for (var bundle : TilePath.entriesOf(last.size()).toList()) {
            EntryBundle.decode(bytes(bundle), bundle.width()).forEach(entry -> entries.add(LeafEntry.parse(entry)));
        }
    }

    /** What is served is one log: entries, tiles and checkpoint agree, and no event has two leaves. */
    static LogAuditor read(LedgerClient client) throws IOException {
        var auditor = new LogAuditor(client);
        assertThat(auditor.tree.root(auditor.size())).isEqualTo(auditor.last.root());
        for (int i = 0; i < auditor.size(); i++) {
            assertThat(auditor.hash(0, i)).isEqualTo(auditor.entries.get(i).leafHash());
        }
        assertThat(auditor.entries.stream().map(LeafEntry::eventId)).doesNotHaveDuplicates();
        return auditor;
    }

    long size() {
        return last.size();
    }

    /** The acknowledged event is where it was said to be, and its receipt still proves it. */
    void check(Acknowledged acknowledged) {
        assertThat(acknowledged.position()).isLessThan(size());
        var entry = entries.get((int) acknowledged.position());
        assertThat(entry.eventId()).hasToString(acknowledged.recordId());
        if (acknowledged.receipt() != null) {
            var receipt = TlogProof.parse(acknowledged.receipt());
            assertThat(receipt.index()).isEqualTo(acknowledged.position());
            check(receipt.verify(entry.leafHash(), keys));
        }
    }

    /** The log still begins with the tree that was signed then. */
    void check(Checkpoint earlier) {
        var known = begun.putIfAbsent(earlier.size(), earlier.root());
        if (known != null) {
            assertThat(earlier.root()).as("one size, one root").isEqualTo(known);
        } else {
            assertThat(earlier.size()).isBetween(1L, size());
            tree.consistencyProof(earlier.size(), size()).verify(earlier.root(), last.root());
        }
    }

    void checkNote(String checkpoint) {
        check(Checkpoint.open(SignedNote.parse(checkpoint), keys));
    }

    /** The sizes of all trees checked. */
    Set<Long> sizes() {
        return begun.keySet();
    }

    private List<Hash> read(int level, long first, int count) {
        var hashes = new ArrayList<Hash>(count);
        for (long i = first; i < first + count; i++) {
            hashes.add(hash(level, i));
        }
        return hashes;
    }

    private Hash hash(int level, long index) {
        var tile = tiles.computeIfAbsent(new Tile(level, index / TileGeometry.WIDTH), this::fetch);
        return tile.get((int) (index % TileGeometry.WIDTH));
    }

    private List<Hash> fetch(Tile tile) {
        long complete = TileGeometry.complete(tile.level(), size());
        int width = (int) Math.min(TileGeometry.WIDTH, complete - tile.index() * TileGeometry.WIDTH);
        try {
            return HashTile.decode(bytes(new TilePath.Hashes(tile.level(), tile.index(), width)), width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(TilePath path) throws IOException {
        var reply = client.get("/ledger/" + path);
        assertThat(reply.status()).as(path.toString()).isEqualTo(200);
        return reply.bytes();
    }

    private String ok(String path) throws IOException {
        var reply = client.get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return Objects.requireNonNull(reply.text());
    }
}
