package org.consentledger.ledger.fsck;

import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Findings;
import org.jspecify.annotations.Nullable;

/** Follows what is there at each position, and tells a stretch without its event or its leaf as one. */
final class Gaps {
    private final long treeSize;
    private final Findings findings;
    private @Nullable There state;
    private long from;

    /** What a position has. */
    enum There {
        EVENT_AND_LEAF,
        ONLY_LEAF,
        ONLY_EVENT,
        NOTHING
    }

    /** @param treeSize as the ledger's one row has it */
    Gaps(long treeSize, Findings findings) {
        this.treeSize = treeSize;
        this.findings = findings;
    }

    void at(long position, There there) {
        if (there != state || position == treeSize) {
            tell(position, false);
            state = there;
            from = position;
        }
    }

    /** No position follows. */
    void end(long position) {
        tell(position, true);
    }

    private void tell(long to, boolean atTheEnd) {
        if (state == null || to == from) {
            return;
        }
        String range = to - from == 1 ? "position " + from : "positions " + from + " to " + (to - 1);
        boolean beyond = from >= treeSize;
        boolean cut = atTheEnd || to == treeSize;
        switch (state) {
            case EVENT_AND_LEAF -> {
                if (beyond) {
                    add(Damage.LEAF_INSERTED, range + ": the tree is only of size " + treeSize);
                }
            }
            case ONLY_LEAF ->
                add(cut ? Damage.TAIL_CUT : Damage.EVENT_MISSING, range + ": the event is gone, its leaf is there");
            case ONLY_EVENT ->
                add(
                        beyond ? Damage.EVENT_INSERTED : Damage.LEAF_MISSING,
                        range
                                + (beyond
                                        ? ": this event was never recorded"
                                        : ": the leaf is gone, its event is there"));
            case NOTHING -> add(cut ? Damage.TAIL_CUT : Damage.EVENT_MISSING, range + ": event and leaf are gone");
        }
    }

    private void add(Damage damage, String what) {
        findings.add(damage, from, what);
    }
}
