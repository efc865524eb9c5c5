package org.consentledger.ledger.fsck;

import java.util.List;
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
    private final ScannedTree row;
    private final TreeAudit tree;
    private final EventAudit events;
    private final TimestampAudit timestamps;
    private final Gaps gaps;
    private final Findings findings;
    private boolean leavesWhole = true;
    private @Nullable Statement lastRecorded;

    Pass(ScannedTree row, TreeAudit tree, TimestampAudit timestamps, Findings findings) {
        this.row = row;
        this.tree = tree;
        this.events = new EventAudit(findings);
        this.timestamps = timestamps;
        this.gaps = new Gaps(row.size(), findings);
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
            lastRecorded = tree.size() <= row.size() ? statement : lastRecorded;
            compareRow();
        }
        return statement;
    }

    private void compareRow() {
        if (tree.size() == row.size() && !tree.root().equals(row.root())) {
            findings.add(Damage.TREE_CHANGED, Finding.NOWHERE, "the tree's row has another root than its leaves make");
        }
    }

    void end(long end) {
        gaps.end(end);
        tree.finish();
        if (tree.size() < row.size()) {
            findings.add(
                    Damage.TREE_CHANGED,
                    tree.size(),
                    "the tree's row says " + row.size() + " leaves, up to the first that is gone there are "
                            + tree.size());
        } else if (lastRecorded != null && !lastRecorded.recordedAt().equals(row.recordedAt())) {
            findings.add(
                    Damage.TREE_CHANGED,
                    Finding.NOWHERE,
                    "the tree's row says " + row.recordedAt() + ", its last leaf was recorded at "
                            + lastRecorded.recordedAt());
        }
    }
}
