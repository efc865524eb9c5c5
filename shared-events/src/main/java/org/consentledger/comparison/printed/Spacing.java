package org.consentledger.comparison.printed;

import java.util.HashMap;
import java.util.Map;
import org.consentledger.provisions.Folding;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.Structure;
import org.jspecify.annotations.Nullable;

/** How a text sets its provisions apart: how many line ends usually stand before one of a kind below one of a kind. */
final class Spacing {
    final String lineEnd;
    private final Map<Place, Integer> usual = new HashMap<>();

    private record Place(Kind kind, @Nullable Kind below) {
        static Place of(Structure structure, Provision provision) {
            int parent = provision.parent();
            return new Place(
                    provision.kind(),
                    parent < 0 ? null : structure.provisions().get(parent).kind());
        }
    }

    Spacing(Structure structure) {
        var text = structure.text();
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        var counts = new HashMap<Place, Map<Integer, Integer>>();
        for (var provision : structure.provisions()) {
            int seen = seen(text, provision);
            counts.computeIfAbsent(Place.of(structure, provision), _ -> new HashMap<>())
                    .merge(lineEnds(text, gapBefore(text, seen, 0), seen), 1, Integer::sum);
        }
        counts.forEach((place, count) -> usual.put(
                place,
                count.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElseThrow()));
    }

    /** At least one. */
    int before(Structure structure, Provision provision) {
        return Math.max(1, usual.getOrDefault(Place.of(structure, provision), 1));
    }

    /** Where the first character of a provision is that a reader sees. */
    static int seen(String text, Provision provision) {
        return gapBehind(text, provision.from(), provision.until());
    }

    /** Where the white space before an offset begins, not before {@code least}. */
    static int gapBefore(String text, int offset, int least) {
        int start = offset;
        while (start > least && Folding.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the white space from an offset on ends, not behind {@code most}. */
    static int gapBehind(String text, int offset, int most) {
        int end = offset;
        while (end < most && Folding.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int lineEnds(String text, int from, int until) {
        return (int) text.substring(from, until).chars().filter(c -> c == '\n').count();
    }
}
