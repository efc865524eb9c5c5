package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consentledger.provisions.Kind;

/**
 * Pairs provisions that say much the same, the likest first. Few are compared each with each; of many, those only that share
 * a key of likeness, a path or a caption, so that thousands take no longer than their length asks.
 */
final class Alike {
    /** What siblings need in common, where the number, the caption and whole parts count as well. */
    static final double AMONG_SIBLINGS = 0.6;

    private static final double SAME_PATH = 0.15;
    private static final double SAME_CAPTION = 0.3;
    private static final double SAME_PARTS = 0.75;
    private static final int FEW = 10_000;
    private static final int BUCKET = 4;

    record Found(int older, int newer, double score) {}

    private final Matching matching;
    private final double enough;

    Alike(Matching matching, double enough) {
        this.matching = matching;
        this.enough = enough;
    }

    List<Found> pairs(List<Integer> olds, List<Integer> news) {
        var scored = new ArrayList<Found>();
        if ((long) olds.size() * news.size() <= FEW) {
            for (int from : olds) {
                for (int to : news) {
                    score(from, to, scored);
                }
            }
        } else {
            candidates(olds, news, scored);
        }
        scored.sort(Comparator.comparingDouble(Found::score)
                .reversed()
                .thenComparingInt(Found::older)
                .thenComparingInt(Found::newer));
        return bestFirst(scored);
    }

    private static List<Found> bestFirst(List<Found> scored) {
        Set<Integer> olds = new HashSet<>();
        Set<Integer> news = new HashSet<>();
        var pairs = new ArrayList<Found>();
        for (var found : scored) {
            if (!olds.contains(found.older) && !news.contains(found.newer)) {
                olds.add(found.older);
                news.add(found.newer);
                pairs.add(found);
            }
        }
        return pairs;
    }

    private void candidates(List<Integer> olds, List<Integer> news, List<Found> scored) {
        var buckets = new HashMap<Object, List<Integer>>();
        for (int to : news) {
            for (var key : keys(matching.newer, to)) {
                var bucket = buckets.computeIfAbsent(key, _ -> new ArrayList<>());
                if (bucket.size() < BUCKET) {
                    bucket.add(to);
                }
            }
        }
        for (int from : olds) {
            var seen = new HashSet<Integer>();
            for (var key : keys(matching.older, from)) {
                for (int to : buckets.getOrDefault(key, List.of())) {
                    if (seen.add(to)) {
                        score(from, to, scored);
                    }
                }
            }
        }
    }

    private static List<Object> keys(Outline outline, int index) {
        var keys = new ArrayList<Object>();
        keys.add(outline.at(index).path());
        if (outline.at(index).caption() != null) {
            keys.add("caption " + outline.at(index).caption());
        }
        for (long key : outline.likeness(index).keys()) {
            keys.add(key);
        }
        return keys;
    }

    private void score(int from, int to, List<Found> scored) {
        var older = matching.older.at(from);
        var newer = matching.newer.at(to);
        if (Matcher.group(older.kind()) != Matcher.group(newer.kind())) {
            return;
        }
        double score = matching.older.likeness(from).to(matching.newer.likeness(to));
        if (enough == AMONG_SIBLINGS) {
            score += older.path().equals(newer.path()) ? SAME_PATH : 0;
            boolean captioned = older.caption() != null && older.caption().equals(newer.caption());
            score += captioned ? SAME_CAPTION : 0;
            score += SAME_PARTS * matching.partsInCommon(from, to);
        }
        if (score >= enough || older.kind() == Kind.TITLE) {
            scored.add(new Found(from, to, score));
        }
    }
}
