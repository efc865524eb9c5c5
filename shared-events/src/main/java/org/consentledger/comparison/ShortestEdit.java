package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.consentledger.comparison.Segment.Change;

/**
 * The shortest way from one sequence to another (E. Myers, An O(ND) Difference Algorithm, 1986). Where the two have little in
 * common the way is not worth its search, and all between the common ends is replaced.
 */
public final class ShortestEdit {
    private static final int FARTHEST = 600;

    /** So many elements that are in both sequences, in the newer alone, or in the older alone. */
    public record Step(Change change, int length) {}

    private ShortestEdit() {}

    /** The steps from the older sequence to the newer; what is taken away comes before what is put in its place. */
    public static List<Step> of(int[] older, int[] newer) {
        int start = 0;
        int shorter = Math.min(older.length, newer.length);
        while (start < shorter && older[start] == newer[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && older[older.length - 1 - end] == newer[newer.length - 1 - end]) {
            end++;
        }
        var changes = new ArrayList<Change>();
        between(
                Arrays.copyOfRange(older, start, older.length - end),
                Arrays.copyOfRange(newer, start, newer.length - end),
                changes);
        return steps(start, changes, end);
    }

    private static List<Step> steps(int start, List<Change> changes, int end) {
        var all = new ArrayList<Step>();
        add(all, Change.SAME, start);
        int i = 0;
        while (i < changes.size()) {
            if (changes.get(i) == Change.SAME) {
                add(all, Change.SAME, 1);
                i++;
                continue;
            }
            // What is taken away and what is put in its place, each in one piece.
            int deleted = 0;
            int inserted = 0;
            for (; i < changes.size() && changes.get(i) != Change.SAME; i++) {
                deleted += changes.get(i) == Change.DELETED ? 1 : 0;
                inserted += changes.get(i) == Change.INSERTED ? 1 : 0;
            }
            add(all, Change.DELETED, deleted);
            add(all, Change.INSERTED, inserted);
        }
        add(all, Change.SAME, end);
        return all;
    }

    private static void add(List<Step> steps, Change change, int length) {
        if (length == 0) {
            return;
        }
        if (!steps.isEmpty() && steps.getLast().change() == change) {
            length += steps.removeLast().length();
        }
        steps.add(new Step(change, length));
    }

    private static void between(int[] a, int[] b, List<Change> changes) {
        int most = Math.min(a.length + b.length, FARTHEST);
        var reached = new int[2 * most + 3];
        int zero = most + 1;
        var trail = new ArrayList<int[]>();
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reached[zero + k - 1] < reached[zero + k + 1]);
                int x = down ? reached[zero + k + 1] : reached[zero + k - 1] + 1;
                while (x < a.length && x - k < b.length && a[x] == b[x - k]) {
                    x++;
                }
                reached[zero + k] = x;
                if (k == a.length - b.length && x >= a.length) {
                    trail.add(Arrays.copyOfRange(reached, zero - d, zero + d + 1));
                    back(a.length, b.length, trail, changes);
                    return;
                }
            }
            trail.add(Arrays.copyOfRange(reached, zero - d, zero + d + 1));
        }
        changes.addAll(Collections.nCopies(a.length, Change.DELETED));
        changes.addAll(Collections.nCopies(b.length, Change.INSERTED));
    }

    /** Walks the way back from both ends; {@code trail.get(d)} holds the diagonals -d to d. */
    private static void back(int fromX, int fromY, List<int[]> trail, List<Change> changes) {
        int x = fromX;
        int y = fromY;
        var backwards = new ArrayList<Change>();
        for (int d = trail.size() - 1; d > 0; d--) {
            var before = trail.get(d - 1);
            int k = x - y;
            boolean down = k == -d || (k != d && at(before, d - 1, k - 1) < at(before, d - 1, k + 1));
            int beforeK = down ? k + 1 : k - 1;
            int beforeX = at(before, d - 1, beforeK);
            int beforeY = beforeX - beforeK;
            while (x > beforeX && y > beforeY) {
                backwards.add(Change.SAME);
                x--;
                y--;
            }
            backwards.add(down ? Change.INSERTED : Change.DELETED);
            x = beforeX;
            y = beforeY;
        }
        while (x > 0) {
            backwards.add(Change.SAME);
            x--;
        }
        changes.addAll(backwards.reversed());
    }

    private static int at(int[] reached, int d, int k) {
        return k < -d || k > d ? -1 : reached[k + d];
    }
}
