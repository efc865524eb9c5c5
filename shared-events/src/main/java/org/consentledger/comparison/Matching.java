package org.consentledger.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.provisions.Structure;

/**
 * Which provision of an older text is which of a newer one. A provision keeps its identity by what it says, by its caption and
 * by its number, in this order of weight; so it keeps it when others are put before it and all numbers shift.
 */
public final class Matching {
    static final int NONE = -1;

    final Outline older;
    final Outline newer;
    private final int[] newOf;
    private final int[] oldOf;

    Matching(Outline older, Outline newer) {
        this.older = older;
        this.newer = newer;
        newOf = new int[older.size()];
        oldOf = new int[newer.size()];
        Arrays.fill(newOf, NONE);
        Arrays.fill(oldOf, NONE);
    }

    /**
     * Matches two texts; what the author says comes first.
     *
     * @throws IllegalArgumentException if a correction names a path that its text does not have, or one twice; see {@link
     *     Correction#fits}
     */
    public static Matching of(Structure older, Structure newer, List<Correction> corrections) {
        return new Matcher(new Matching(new Outline(older), new Outline(newer)), corrections).match();
    }

    /** Where the provision with this path in the older text is in the newer one. */
    public Optional<String> newPath(String oldPath) {
        for (int i = 0; i < newOf.length; i++) {
            if (newOf[i] != NONE && older.at(i).path().equals(oldPath)) {
                return Optional.of(newer.at(newOf[i]).path());
            }
        }
        return Optional.empty();
    }

    /** Old paths and the new ones of the same provisions; those that have none are left out. */
    public Map<String, String> newPaths() {
        var paths = new HashMap<String, String>();
        for (int i = 0; i < newOf.length; i++) {
            if (newOf[i] != NONE) {
                paths.put(older.at(i).path(), newer.at(newOf[i]).path());
            }
        }
        return Map.copyOf(paths);
    }

    /** The share of their parts that say exactly the same, however long each is: from 0 to 1. */
    double partsInCommon(int oldIndex, int newIndex) {
        var olds = older.children(oldIndex);
        var news = newer.children(newIndex);
        if (olds.isEmpty() || news.isEmpty()) {
            return 0;
        }
        var said = new HashMap<String, Integer>();
        olds.forEach(part -> said.merge(older.whole(part), 1, Integer::sum));
        long common = news.stream()
                .filter(part -> said.merge(newer.whole(part), -1, Integer::sum) >= 0)
                .count();
        return 2.0 * common / (olds.size() + news.size());
    }

    void pair(int oldIndex, int newIndex) {
        newOf[oldIndex] = newIndex;
        oldOf[newIndex] = oldIndex;
    }

    int newOf(int oldIndex) {
        return oldIndex == Outline.ROOT ? Outline.ROOT : newOf[oldIndex];
    }

    int oldOf(int newIndex) {
        return newIndex == Outline.ROOT ? Outline.ROOT : oldOf[newIndex];
    }

    boolean isOldMatched(int oldIndex) {
        return newOf[oldIndex] != NONE;
    }

    boolean isNewMatched(int newIndex) {
        return oldOf[newIndex] != NONE;
    }
}
