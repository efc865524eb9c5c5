package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Which line of the old cell became which of the new one, in order: the pairs that have most words in common together. So a
 * word is never found again in a line that has nothing to do with its own.
 */
final class LinePairs {
    private static final double ENOUGH = 0.3;
    private static final int MOST_COMPARED = 40_000;

    /** A line on each side, by number. */
    record Pair(int older, int newer) {}

    private LinePairs() {}

    static List<Pair> of(List<List<String>> older, List<List<String>> newer) {
        if ((long) older.size() * newer.size() > MOST_COMPARED) {
            return List.of();
        }
        var common = new double[older.size()][newer.size()];
        var best = new double[older.size() + 1][newer.size() + 1];
        for (int i = older.size() - 1; i >= 0; i--) {
            for (int j = newer.size() - 1; j >= 0; j--) {
                common[i][j] = common(older.get(i), newer.get(j));
                double paired = common[i][j] > 0 ? common[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        var pairs = new ArrayList<Pair>();
        int i = 0;
        int j = 0;
        while (i < older.size() && j < newer.size()) {
            if (common[i][j] > 0 && best[i][j] == common[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** How many words they share; none where these are few for both. */
    private static double common(List<String> older, List<String> newer) {
        var counts = new HashMap<String, Integer>();
        older.forEach(word -> counts.merge(word, 1, Integer::sum));
        int common = 0;
        for (var word : newer) {
            if (counts.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common >= ENOUGH * Math.min(older.size(), newer.size()) ? common : 0;
    }
}
