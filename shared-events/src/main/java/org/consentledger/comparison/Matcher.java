package org.consentledger.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Provision;

/**
 * Finds the pairs: from the whole text down, the children of a pair among each other; then what is left, wherever it went.
 */
final class Matcher {
    private static final int SHORTEST_MOVED = 10;
    private static final double MOVED = 0.75;

    private record Pair(int older, int newer) {}

    private final Matching matching;
    private final Outline older;
    private final Outline newer;
    /** Those of which the author said where they went, or came from: nowhere, unless they are matched. */
    private final Set<Integer> oldEnded = new HashSet<>();

    private final Set<Integer> newBegun = new HashSet<>();
    private final ArrayDeque<Pair> open = new ArrayDeque<>();

    Matcher(Matching matching, List<Correction> corrections) {
        this.matching = matching;
        older = matching.older;
        newer = matching.newer;
        corrections.forEach(this::correct);
    }

    private void correct(Correction correction) {
        int from = correction.oldPath() == null ? Matching.NONE : older.structure.index(correction.oldPath());
        int to = correction.newPath() == null ? Matching.NONE : newer.structure.index(correction.newPath());
        if (from != Matching.NONE && (matching.isOldMatched(from) || !oldEnded.add(from))) {
            throw new IllegalArgumentException("corrected twice: " + correction.oldPath());
        }
        if (to != Matching.NONE && (matching.isNewMatched(to) || !newBegun.add(to))) {
            throw new IllegalArgumentException("corrected twice: " + correction.newPath());
        }
        if (from != Matching.NONE && to != Matching.NONE) {
            pair(from, to);
        }
    }

    Matching match() {
        open.addFirst(new Pair(Outline.ROOT, Outline.ROOT));
        matchOpen();
        moved();
        matchOpen();
        return matching;
    }

    private void pair(int from, int to) {
        matching.pair(from, to);
        open.add(new Pair(from, to));
    }

    private void matchOpen() {
        while (!open.isEmpty()) {
            var pair = open.remove();
            children(older.children(pair.older), newer.children(pair.newer));
        }
    }

    private void children(List<Integer> olds, List<Integer> news) {
        same(unmatchedOld(olds), unmatchedNew(news), true);
        same(unmatchedOld(olds), unmatchedNew(news), false);
        new Alike(matching, Alike.AMONG_SIBLINGS)
                .pairs(withoutElisions(older, unmatchedOld(olds)), withoutElisions(newer, unmatchedNew(news)))
                .forEach(found -> pair(found.older(), found.newer()));
        elisions(olds, news);
    }

    private static List<Integer> withoutElisions(Outline outline, List<Integer> indexes) {
        return indexes.stream()
                .filter(index -> outline.at(index).kind() != Kind.ELISION)
                .toList();
    }

    /** Those that say exactly the same, in order; at first those only that stand at the same path as well. */
    private void same(List<Integer> olds, List<Integer> news, boolean samePath) {
        var waiting = new HashMap<String, ArrayDeque<Integer>>();
        for (int index : news) {
            waiting.computeIfAbsent(key(newer, index, samePath), _ -> new ArrayDeque<>())
                    .add(index);
        }
        for (int index : olds) {
            var found = waiting.get(key(older, index, samePath));
            boolean elision = older.at(index).kind() == Kind.ELISION;
            if (found != null && !found.isEmpty() && !elision) {
                pair(index, found.remove());
            }
        }
    }

    private static String key(Outline outline, int index, boolean withPath) {
        var provision = outline.at(index);
        return group(provision.kind()) + " " + (withPath ? provision.path() : "") + " " + outline.whole(index);
    }

    /** Items and subitems may take each other's place, and become paragraphs; an article never becomes an item. */
    static Kind group(Kind kind) {
        return switch (kind) {
            case PARAGRAPH, ITEM, SUBITEM -> Kind.PARAGRAPH;
            case TITLE, CHAPTER, SECTION, ARTICLE, SUPPLEMENTARY, TEXT, ELISION -> kind;
        };
    }

    /** An elision stands for what is not shown, so it is known by what stands beside it. */
    private void elisions(List<Integer> olds, List<Integer> news) {
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < news.size(); i++) {
            places.put(news.get(i), i);
        }
        for (int i = 0; i < olds.size(); i++) {
            int from = olds.get(i);
            if (older.at(from).kind() == Kind.ELISION && !matching.isOldMatched(from)) {
                int before =
                        i == 0 ? Matching.NONE : places.getOrDefault(matching.newOf(olds.get(i - 1)), Matching.NONE);
                int after = i + 1 == olds.size()
                        ? news.size()
                        : places.getOrDefault(matching.newOf(olds.get(i + 1)), Matching.NONE);
                boolean known = i == 0 || before >= 0;
                if (!(known && pairElision(from, news, before + 1)) && after > 0) {
                    pairElision(from, news, after - 1);
                }
            }
        }
    }

    private boolean pairElision(int from, List<Integer> news, int place) {
        if (place >= news.size()) {
            return false;
        }
        int to = news.get(place);
        boolean elision = newer.at(to).kind() == Kind.ELISION && !matching.isNewMatched(to);
        if (elision) {
            matching.pair(from, to);
        }
        return elision;
    }

    private void moved() {
        var olds = movable(
                older, unmatchedOld(IntStream.range(0, older.size()).boxed().toList()));
        var news = movable(
                newer, unmatchedNew(IntStream.range(0, newer.size()).boxed().toList()));
        same(olds, news, false);
        new Alike(matching, MOVED)
                .pairs(unmatchedOld(olds), unmatchedNew(news))
                .forEach(found -> pair(found.older(), found.newer()));
    }

    /** What is too short to be known again elsewhere has not moved. */
    private static List<Integer> movable(Outline outline, List<Integer> indexes) {
        var movable = new ArrayList<Integer>();
        for (int index : indexes) {
            Provision provision = outline.at(index);
            if (provision.kind() != Kind.ELISION
                    && provision.kind() != Kind.TITLE
                    && outline.likeness(index).length() >= SHORTEST_MOVED) {
                movable.add(index);
            }
        }
        return movable;
    }

    private List<Integer> unmatchedOld(List<Integer> indexes) {
        return indexes.stream()
                .filter(index -> !matching.isOldMatched(index) && !oldEnded.contains(index))
                .toList();
    }

    private List<Integer> unmatchedNew(List<Integer> indexes) {
        return indexes.stream()
                .filter(index -> !matching.isNewMatched(index) && !newBegun.contains(index))
                .toList();
    }
}
