package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.provisions.Structure;

/**
 * Which provisions of an edition are which of an earlier one, along the editions between them. A provision's identity is the
 * place where it first stood.
 *
 * @param steps from the earliest edition to the last, each from one edition to the next
 */
public record Lineage(List<Step> steps) {
    public Lineage {
        steps = List.copyOf(steps);
    }

    /**
     * What became of the provisions of one edition in the next.
     *
     * @param oldPaths by the paths in the newer edition; what is new is not in here
     * @param decided paths in the newer edition about which the author said something
     */
    public record Step(Map<String, String> oldPaths, Set<String> decided) {
        public Step {
            oldPaths = Map.copyOf(oldPaths);
            decided = Set.copyOf(decided);
        }

        /**
         * Matches two editions.
         *
         * @throws IllegalArgumentException as {@link Matching#of}
         */
        public static Step of(Structure older, Structure newer, List<Correction> corrections) {
            var oldPaths = Matching.of(older, newer, corrections).newPaths().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
            var decided = corrections.stream().flatMap(correction -> Stream.ofNullable(correction.newPath()));
            return new Step(oldPaths, decided.collect(Collectors.toSet()));
        }
    }

    /**
     * Where a provision of the last edition first stood.
     *
     * @param edition place among the editions, 0 for the earliest
     */
    public record Origin(int edition, String path) {}

    /** The identity of a provision of the last edition. */
    public Origin origin(String path) {
        var there = path;
        int edition = steps.size();
        while (edition > 0) {
            var before = steps.get(edition - 1).oldPaths().get(there);
            if (before == null) {
                break;
            }
            there = before;
            edition--;
        }
        return new Origin(edition, there);
    }

    /** What the authors said on the way about the identity of these provisions of the last edition, as one comparison. */
    public List<Correction> corrections(Structure last) {
        var corrections = new ArrayList<Correction>();
        for (var provision : last.provisions()) {
            boolean decided = false;
            var there = provision.path();
            int edition = steps.size();
            while (edition > 0 && there != null) {
                var step = steps.get(--edition);
                boolean decidedHere = step.decided().contains(there);
                there = step.oldPaths().get(there);
                // What the author did not speak about may still be found elsewhere in the earlier text.
                decided = there == null ? decidedHere : decided || decidedHere;
            }
            if (decided) {
                corrections.add(new Correction(there, provision.path()));
            }
        }
        return corrections;
    }
}
