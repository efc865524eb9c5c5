package org.consentledger.comparison;

/**
 * For each provision that did not stay, the one whose row it is in: an added or deleted provision is one row with all below
 * it, and a moved one too, unless a part of it came from elsewhere.
 */
final class Roots {
    private final int[] oldRoots;
    private final int[] newRoots;

    Roots(Matching matching, Anchors anchors) {
        oldRoots = new int[matching.older.size()];
        for (int i = 0; i < oldRoots.length; i++) {
            int parent = matching.older.parent(i);
            boolean together = parent != Outline.ROOT
                    && matching.isOldMatched(parent)
                    && (!matching.isOldMatched(i)
                            || matching.newOf(parent) == matching.newer.parent(matching.newOf(i)));
            boolean gone = parent != Outline.ROOT && !matching.isOldMatched(parent) && !matching.isOldMatched(i);
            oldRoots[i] = !anchors.oldStayed(parent) && (together || gone) ? oldRoots[parent] : i;
        }
        newRoots = new int[matching.newer.size()];
        for (int i = 0; i < newRoots.length; i++) {
            int parent = matching.newer.parent(i);
            boolean together = parent != Outline.ROOT
                    && matching.isNewMatched(parent)
                    && (!matching.isNewMatched(i)
                            || matching.oldOf(parent) == matching.older.parent(matching.oldOf(i)));
            boolean came = parent != Outline.ROOT && !matching.isNewMatched(parent) && !matching.isNewMatched(i);
            newRoots[i] = !anchors.newStayed(parent) && (together || came) ? newRoots[parent] : i;
        }
    }

    int ofOld(int oldIndex) {
        return oldRoots[oldIndex];
    }

    int ofNew(int newIndex) {
        return newRoots[newIndex];
    }
}
