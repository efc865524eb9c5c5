package org.consentledger.ledger.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.KeyChange;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.rows.LeafRows;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TileGeometry;

/** The ledger as everybody may read it: no personal data, and nothing that has no signature yet (C2SP tlog-tiles). */
public final class PublicLog {
    private final CheckpointRows checkpoints;
    private final CosignatureRows cosignatures;
    private final KeyChangeRows keyChanges;
    private final HashRows hashes;
    private final LeafRows leaves;

    public PublicLog(
            CheckpointRows checkpoints,
            CosignatureRows cosignatures,
            KeyChangeRows keyChanges,
            HashRows hashes,
            LeafRows leaves) {
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.keyChanges = keyChanges;
        this.hashes = hashes;
        this.leaves = leaves;
    }

    /**
     * The checkpoint of the largest tree signed, as a note: the ledger's own signature first, then the cosignatures that
     * it has so far. Empty where nothing is signed.
     */
    public Optional<String> checkpoint() {
        return checkpoints.latest().map(cosignatures::cosigned).map(SignedNote::encode);
    }

    /** The keys that checkpoints are signed with, the one in use first; as vkeys. */
    public List<String> keys() {
        return checkpoints.keys().stream().map(VerifierKey::encode).toList();
    }

    /** Every change of the signing key, the oldest first. */
    public List<KeyChange> keyChanges() {
        return keyChanges.all();
    }

    /**
     * The bytes of a tile or an entry bundle. Once served they never change: a partial one is the beginning of the full
     * one.
     *
     * @return empty where the largest signed tree does not reach so far
     */
    public Optional<byte[]> tile(TilePath path) {
        return path.isWithin(signedSize()) ? Optional.of(read(path)) : Optional.empty();
    }

    /** The entry of a leaf; empty where the largest signed tree does not reach so far. */
    public Optional<LeafEntry> entry(long position) {
        return position < signedSize() ? Optional.of(leaves.entries(position, 1).getFirst()) : Optional.empty();
    }

    /** The root of the tree of the first leaves; empty where the largest signed tree has fewer. */
    public Optional<Hash> root(long size) {
        return size <= signedSize() ? Optional.of(new StoredTree(hashes).root(size)) : Optional.empty();
    }

    private long signedSize() {
        return checkpoints.latest().map(PublicLog::size).orElse(0L);
    }

    private byte[] read(TilePath path) {
        long first = path.index() * TileGeometry.WIDTH;
        return switch (path) {
            case TilePath.Hashes tile -> HashTile.encode(hashes.read(tile.level(), first, tile.width()));
            case TilePath.Entries bundle ->
                EntryBundle.encode(leaves.entries(first, bundle.width()).stream()
                        .map(LeafEntry::canonical)
                        .toList());
        };
    }

    /**
     * An event's receipt, tlog-proof text: under the checkpoint that most witnesses have cosigned, or under the newest one
     * where no cosigned one covers the event (yet). Empty where none covers it.
     */
    public Optional<String> receipt(UUID eventId) {
        return leaves.position(eventId)
                .flatMap(position -> cosignatures
                        .bestCovering(position)
                        .or(checkpoints::latest)
                        .filter(checkpoint -> size(checkpoint) > position)
                        .map(checkpoint -> receipt(position, checkpoint)));
    }

    private String receipt(long position, SignedNote checkpoint) {
        var proof = new StoredTree(hashes).inclusionProof(position, size(checkpoint));
        return TlogProof.of(proof, checkpoint).encode();
    }

    /** What the ledger says about an event, for an expert who checks its receipt: canonical JSON. */
    public Optional<byte[]> statement(UUID eventId) {
        return leaves.statement(eventId);
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }
}
