package org.consentledger.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The provisions that stayed where they were: matched, under provisions that stayed, and in the longest sequence of siblings
 * whose order is the same in both texts. They come in one order on both sides; all else was added, deleted or moved.
 */
final class Anchors {
    private final boolean[] stayed;
    private final Matching matching;

    Anchors(Matching matching) {
        this.matching = matching;
        stayed = new boolean[matching.older.size()];
        var open = new ArrayDeque<Integer>();
        open.add(Outline.ROOT);
        while (!open.isEmpty()) {
            int parent = open.remove();
            for (int child : inOrder(parent)) {
                stayed[child] = true;
                open.add(child);
            }
        }
    }

    boolean oldStayed(int oldIndex) {
        return oldIndex == Outline.ROOT || stayed[oldIndex];
    }

    boolean newStayed(int newIndex) {
        int old = matching.oldOf(newIndex);
        return newIndex == Outline.ROOT || (old != Matching.NONE && stayed[old]);
    }

    /** A longest run of the parent's children, found by patience sorting, whose new places ascend. */
    private List<Integer> inOrder(int oldParent) {
        int newParent = matching.newOf(oldParent);
        var children = matching.older.children(oldParent).stream()
                .filter(matching::isOldMatched)
                .filter(child -> matching.newer.parent(matching.newOf(child)) == newParent)
                .toList();
        var before = new int[children.size()];
        var tops = new int[children.size()];
        int piles = 0;
        for (int i = 0; i < children.size(); i++) {
            int place = pile(tops, piles, children, matching.newOf(children.get(i)));
            before[i] = place == 0 ? -1 : tops[place - 1];
            tops[place] = i;
            piles = Math.max(piles, place + 1);
        }
        var run = new ArrayList<Integer>();
        for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = before[i]) {
            run.add(children.get(i));
        }
        return run.reversed();
    }

    private int pile(int[] tops, int piles, List<Integer> children, int newIndex) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matching.newOf(children.get(tops[middle])) < newIndex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
