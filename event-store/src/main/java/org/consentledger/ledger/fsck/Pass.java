package org.consentledger.ledger.fsck;

import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventAudit;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.TreeAudit;
import org.consentledger.ledger.fsck.Gaps.There;
import org.consentledger.ledger.scan.ScannedLeaf;
import org.consentledger.ledger.scan.ScannedTree;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.timestamp.TimestampAudit;
import org.jspecify.annotations.Nullable;

/** One walk along all positions. After the first leaf that is gone no root is computed any more. */
final class Pass {
    private final Optional<ScannedTree> row;
    private final long size;
    private final TreeAudit tree;
    private final EventAudit events;
    private final TimestampAudit timestamps;
    private final Gaps gaps;
    private final Findings findings;
    private boolean leavesWhole = true;
    private @Nullable Statement lastRecorded;

    /**
     * @param row the ledger's; empty where it is gone
     * @param size of the tree, by that row
     */
    Pass(Optional<ScannedTree> row, long size, TreeAudit tree, TimestampAudit timestamps, Findings findings) {
        this.row = row;
        this.size = size;
        this.tree = tree;
        this.events = new EventAudit(findings);
        this.timestamps = timestamps;
        this.gaps = new Gaps(size, findings);
        this.findings = findings;
        compareRow();
    }

    /** The positions from {@code first} on, with what is there, in order. */
    void page(long first, int count, List<EventBytes> eventPage, List<ScannedLeaf> leafPage) {
        int nextEvent = 0;
        int nextLeaf = 0;
        for (long position = first; position < first + count; position++) {
            boolean hasEvent =
                    nextEvent < eventPage.size() && eventPage.get(nextEvent).position() == position;
            boolean hasLeaf =
                    nextLeaf < leafPage.size() && leafPage.get(nextLeaf).position() == position;
            gaps.at(position, there(hasEvent, hasLeaf));
            var statement = hasLeaf ? leaf(leafPage.get(nextLeaf++)) : null;
            leavesWhole &= hasLeaf;
            if (hasEvent) {
                var event = eventPage.get(nextEvent++);
                if (statement != null) {
                    events.event(event, statement);
                }
                timestamps.event(event);
            }
        }
    }

    private static There there(boolean event, boolean leaf) {
        if (event) {
            return leaf ? There.EVENT_AND_LEAF : There.ONLY_EVENT;
        }
        return leaf ? There.ONLY_LEAF : There.NOTHING;
    }

    private @Nullable Statement leaf(ScannedLeaf leaf) {
        var statement = events.statement(leaf.position(), leaf.statement(), leaf.entry(), leaf.hash());
        if (leavesWhole) {
            tree.append(leaf.hash());
            lastRecorded = tree.size() <= size ? statement : lastRecorded;
            compareRow();
        }
        return statement;
    }

    private void compareRow() {
        if (tree.size() == size
                && row.filter(there -> !there.root().equals(tree.root())).isPresent()) {
            findings.add(Damage.TREE_CHANGED, Finding.NOWHERE, "the tree's row has another root than its leaves make");
        }
    }

    void end(long end) {
        gaps.end(end);
        tree.finish();
        if (tree.size() < size) {
            findings.add(
                    Damage.TREE_CHANGED,
                    tree.size(),
                    "the tree's row says " + size + " leaves, up to the first that is gone there are " + tree.size());
        } else {
            row.ifPresent(this::compareTime);
        }
    }

    private void compareTime(ScannedTree there) {
        if (lastRecorded != null && !lastRecorded.recordedAt().equals(there.recordedAt())) {
            findings.add(
                    Damage.TREE_CHANGED,
                    Finding.NOWHERE,
                    "the tree's row says " + there.recordedAt() + ", its last leaf was recorded at "
                            + lastRecorded.recordedAt());
        }
    }
}
