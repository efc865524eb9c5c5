package org.consentledger.comparison;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * For each provision that did not stay, the one whose row it is in: an added or deleted provision is one row with all below
 * it, and a moved one too, unless a part of it came from elsewhere. So is a chapter with the articles that came or went with
 * it, as far as they follow its heading.
 */
final class Roots {
    private final int[] oldRoots;
    private final int[] newRoots;

    Roots(Matching matching, Anchors anchors) {
        oldRoots = roots(matching.older, matching.newer, matching::newOf, anchors::oldStayed);
        newRoots = roots(matching.newer, matching.older, matching::oldOf, anchors::newStayed);
    }

    private static int[] roots(Outline outline, Outline other, IntUnaryOperator otherOf, IntPredicate stayed) {
        var roots = new int[outline.size()];
        for (int i = 0; i < roots.length; i++) {
            int parent = outline.parent(i);
            boolean matched = otherOf.applyAsInt(i) != Matching.NONE;
            if (parent == Outline.ROOT || stayed.test(parent)) {
                roots[i] = !matched && followsNewHeading(outline, i, otherOf, roots) ? roots[i - 1] : i;
            } else {
                int there = otherOf.applyAsInt(parent);
                boolean together =
                        there == Matching.NONE ? !matched : !matched || other.parent(otherOf.applyAsInt(i)) == there;
                roots[i] = together ? roots[parent] : i;
            }
        }
        return roots;
    }

    /** Whether it stands under a heading that the other text has not, with nothing between the two that the other has. */
    private static boolean followsNewHeading(Outline outline, int index, IntUnaryOperator otherOf, int[] roots) {
        int heading = outline.heading(index);
        return heading != Outline.ROOT
                && otherOf.applyAsInt(heading) == Matching.NONE
                && roots[index - 1] == roots[heading];
    }

    int ofOld(int oldIndex) {
        return oldRoots[oldIndex];
    }

    int ofNew(int newIndex) {
        return newRoots[newIndex];
    }
}
