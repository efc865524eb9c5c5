package org.consentledger.ledger.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.tree.GrowingTree;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/**
 * Computes the tree anew from its leaf hashes and holds it, as it grows, against the stored hashes above and against
 * every checkpoint. It remembers a tile a level, however large the tree is.
 */
public final class TreeAudit {
    private final StoredTiles stored;
    private final Iterator<Checkpoint> checkpoints;
    private final List<Checkpoint> kept;
    private final Findings findings;
    private final GrowingTree tree = new GrowingTree(this::completed);
    private final Map<Integer, List<Hash>> tiles = new TreeMap<>();
    private @Nullable Checkpoint next;
    private long lastGood;
    private boolean contradicted;

    /** Whoever has the stored tiles of level 1 and above. */
    @FunctionalInterface
    public interface StoredTiles {
        /**
         * Compares one tile with what it should be, and tells the findings where it is not.
         *
         * @param first index of its first hash in its level
         * @param expected its hashes, 1 to 256
         */
        void compare(int tileLevel, long first, List<Hash> expected);
    }

    /**
     * @param checkpoints the ledger's own, opened already, the smallest first; read as the tree reaches them
     * @param kept what somebody else has kept of this ledger, opened already
     */
    public TreeAudit(
            StoredTiles stored, Iterator<Checkpoint> checkpoints, Collection<Checkpoint> kept, Findings findings) {
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.kept = List.copyOf(kept);
        this.findings = findings;
        this.next = nextOf(checkpoints);
        compareWithCheckpoints();
    }

    public void append(Hash leaf) {
        tree.append(leaf);
        compareWithCheckpoints();
    }

    public long size() {
        return tree.size();
    }

    public Hash root() {
        return tree.root();
    }

    /** No leaf follows: what is left of the tiles is compared, and whatever checkpoint is left is beyond the tree. */
    public void finish() {
        tiles.forEach(this::compareRest);
        if (next != null) {
            beyond(next, "was signed");
        }
        kept.stream()
                .filter(checkpoint -> checkpoint.size() > tree.size())
                .forEach(checkpoint -> beyond(checkpoint, "was signed and kept elsewhere"));
        while (next != null) {
            next = nextOf(checkpoints);
        }
    }

    private void beyond(Checkpoint checkpoint, String why) {
        findings.add(
                Damage.CHECKPOINT_BEYOND,
                tree.size(),
                "a tree of " + checkpoint.size() + " leaves " + why + ", there are " + tree.size());
    }

    private void completed(int level, long index, Hash hash) {
        var tile = tiles.computeIfAbsent(level, _ -> new ArrayList<>());
        tile.add(hash);
        if (tile.size() == TileGeometry.WIDTH) {
            stored.compare(level, index + 1 - TileGeometry.WIDTH, tile);
            tile.clear();
        }
    }

    private void compareRest(int level, List<Hash> tile) {
        if (!tile.isEmpty()) {
            stored.compare(level, TileGeometry.complete(level, tree.size()) - tile.size(), tile);
        }
    }

    private void compareWithCheckpoints() {
        for (var checkpoint : kept) {
            if (checkpoint.size() == tree.size() && !checkpoint.root().equals(tree.root())) {
                findings.add(
                        Damage.CHECKPOINT_CONTRADICTED,
                        lastGood,
                        "the tree of size " + checkpoint.size()
                                + " is not the one whose checkpoint was kept elsewhere");
            }
        }
        for (; next != null && next.size() <= tree.size(); next = nextOf(checkpoints)) {
            if (next.size() == tree.size() && next.root().equals(tree.root())) {
                lastGood = next.size();
            } else if (!contradicted) {
                contradicted = true;
                findings.add(
                        Damage.CHECKPOINT_CONTRADICTED,
                        lastGood,
                        "one of the leaves " + lastGood + " to " + (next.size() - 1) + " is not the one signed at size "
                                + next.size());
            }
        }
    }

    private static @Nullable Checkpoint nextOf(Iterator<Checkpoint> checkpoints) {
        return checkpoints.hasNext() ? checkpoints.next() : null;
    }
}
