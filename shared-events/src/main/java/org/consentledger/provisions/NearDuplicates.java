package org.consentledger.provisions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.consentledger.provisions.Warning.Code;

/**
 * Provisions that say nearly the same. Supplementary provisions are left out, since each amendment's repeats the others but
 * for its date; so is what is too short to be more than a phrase.
 */
final class NearDuplicates {
    private static final int SHORTEST = 40;
    private static final double ALIKE = 0.9;
    private static final int BUCKET = 4;

    private NearDuplicates() {}

    static List<Warning> check(Structure structure) {
        var warnings = new ArrayList<Warning>();
        var likenesses = new Likeness[structure.provisions().size()];
        var buckets = new HashMap<Long, ArrayDeque<Integer>>();
        for (int i = 0; i < structure.provisions().size(); i++) {
            var provision = structure.provisions().get(i);
            if (!isCompared(provision)) {
                continue;
            }
            var likeness = Likeness.of(provision.body());
            if (likeness.length() < SHORTEST) {
                continue;
            }
            likenesses[i] = likeness;
            for (int other : candidates(i, likeness, buckets)) {
                if (likeness.to(likenesses[other]) >= ALIKE) {
                    warnings.add(Warning.of(
                            Code.NEAR_DUPLICATE,
                            provision,
                            structure.provisions().get(other).path()));
                    break;
                }
            }
        }
        return warnings;
    }

    private static boolean isCompared(Provision provision) {
        return switch (provision.kind()) {
            case PARAGRAPH, ITEM, SUBITEM -> !provision.path().startsWith("suppl:");
            case TITLE, CHAPTER, SECTION, ARTICLE, SUPPLEMENTARY, TEXT, ELISION -> false;
        };
    }

    /** The first few of each bucket, so that a text of one sentence a million times is no trouble. */
    private static Iterable<Integer> candidates(int index, Likeness likeness, Map<Long, ArrayDeque<Integer>> buckets) {
        var candidates = new LinkedHashSet<Integer>();
        for (long key : likeness.keys()) {
            var bucket = buckets.computeIfAbsent(key, _ -> new ArrayDeque<>());
            candidates.addAll(bucket);
            if (bucket.size() < BUCKET) {
                bucket.add(index);
            }
        }
        return candidates;
    }
}
