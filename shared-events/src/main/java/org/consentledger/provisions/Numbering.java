package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.provisions.Warning.Code;
import org.jspecify.annotations.Nullable;

/** Whether printed numbers come one after the other. Where (略) stands between two, the later need only be greater. */
final class Numbering {
    private static final Set<Kind> COUNTED =
            Set.of(Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM);
    private static final Set<Kind> INNER = Set.of(Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM);
    private static final int NOWHERE = -1;

    private record Last(int index, String number, String highest) {}

    private final Structure structure;
    private final Map<String, Last> lasts = new HashMap<>();
    private final Map<Integer, Integer> elisions = new HashMap<>();
    private int lastOuterElision = NOWHERE;
    private final List<Warning> warnings = new ArrayList<>();

    private Numbering(Structure structure) {
        this.structure = structure;
    }

    static List<Warning> check(Structure structure) {
        var numbering = new Numbering(structure);
        for (int i = 0; i < structure.provisions().size(); i++) {
            numbering.provision(i, structure.provisions().get(i));
        }
        return numbering.warnings;
    }

    private void provision(int index, Provision provision) {
        var number = provision.number();
        if (provision.kind() == Kind.ELISION) {
            elisions.put(provision.parent(), index);
            if (holdsArticles(provision.parent())) {
                lastOuterElision = index;
            }
        } else if (number != null && COUNTED.contains(provision.kind())) {
            var series = series(provision);
            var last = lasts.get(series);
            check(provision, number, last);
            var label = provision.label();
            var reached =
                    provision.kind() == Kind.ARTICLE && label != null ? Headings.lastNumber(number, label) : number;
            var highest = last == null || compare(reached, last.highest) > 0 ? reached : last.highest;
            lasts.put(series, new Last(index, reached, highest));
        }
    }

    private boolean holdsArticles(int parent) {
        if (parent == NOWHERE) {
            return true;
        }
        return switch (structure.provisions().get(parent).kind()) {
            case CHAPTER, SECTION, SUPPLEMENTARY -> true;
            case TITLE, ARTICLE, PARAGRAPH, ITEM, SUBITEM, TEXT, ELISION -> false;
        };
    }

    /** What is counted together has paths that differ in their number alone. */
    private static String series(Provision provision) {
        return provision.path().substring(0, provision.path().lastIndexOf(':') + 1);
    }

    private void check(Provision provision, String number, @Nullable Last last) {
        if (provision.path().lastIndexOf('~') > provision.path().lastIndexOf('/')) {
            warnings.add(Warning.of(Code.NUMBER_TWICE, provision, number));
            return;
        }
        int before = last == null ? provision.parent() : last.index;
        int elision = INNER.contains(provision.kind())
                ? elisions.getOrDefault(provision.parent(), NOWHERE)
                : lastOuterElision;
        boolean elided = elision > before;
        boolean follows = last == null
                ? number.equals("1") || elided
                : follows(last.number, number)
                        || follows(last.highest, number)
                        || (elided && compare(number, last.number) > 0);
        if (!follows) {
            warnings.add(Warning.of(Code.NUMBER_DOES_NOT_FOLLOW, provision, number, last == null ? "" : last.number));
        }
    }

    /** 7, 6_2 and no other follow 6; 6_2_2, 6_3 and 7 follow 6_2. */
    static boolean follows(String number, String next) {
        var parts = number.split("_", -1);
        for (int length = 1; length <= parts.length; length++) {
            var prefix = Arrays.copyOf(parts, length);
            prefix[length - 1] = Integer.toString(Integer.parseInt(prefix[length - 1]) + 1);
            if (String.join("_", prefix).equals(next)) {
                return true;
            }
        }
        return next.equals(number + "_2");
    }

    private static int compare(String one, String other) {
        return Arrays.compare(parts(one), parts(other));
    }

    private static int[] parts(String number) {
        return Arrays.stream(number.split("_", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
