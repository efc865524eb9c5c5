package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.provisions.Folding;
import org.consentledger.provisions.Structure;

/**
 * The old edition as it is searched: folded, without white space and what nobody sees. Places in it are numbers of such
 * characters; each stands for a stretch of the text itself.
 */
final class OldText {
    static final int NOWHERE = -1;
    private static final int LONG_ENOUGH_ANYWHERE = 8;
    private static final long MOST_SEARCHED = 2_000_000_000L;

    final Structure structure;
    private final String folded;
    private final int[] from;
    private final int[] until;
    private final BitSet starts = new BitSet();
    private final BitSet labelEnds = new BitSet();
    private final Map<Character, List<Integer>> startsByCharacter = new HashMap<>();
    private long searched;

    OldText(Structure structure) {
        this.structure = structure;
        var text = structure.text();
        var chars = new StringBuilder();
        var begins = new int[2 * text.length() + 1];
        var ends = new int[2 * text.length() + 1];
        boolean lineStart = true;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            lineStart |= codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x85;
            var piece = Folding.fold(codePoint).replace(" ", "");
            for (int p = 0; p < piece.length(); p++) {
                if (chars.length() == begins.length) {
                    begins = java.util.Arrays.copyOf(begins, 2 * begins.length);
                    ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
                }
                starts.set(chars.length(), lineStart);
                lineStart = false;
                begins[chars.length()] = i;
                ends[chars.length()] = end;
                chars.append(piece.charAt(p));
            }
            i = end;
        }
        folded = chars.toString();
        from = begins;
        until = ends;
        for (var provision : structure.provisions()) {
            starts.set(placeFrom(provision.from()));
            if (provision.label() != null) {
                int printed = provision.from() + provision.text().indexOf(provision.label());
                labelEnds.set(placeFrom(printed + provision.label().length()));
            }
        }
        starts.stream()
                .filter(place -> place < folded.length())
                .forEach(place -> startsByCharacter
                        .computeIfAbsent(folded.charAt(place), _ -> new ArrayList<>())
                        .add(place));
    }

    int length() {
        return folded.length();
    }

    int from(int place) {
        return from[place];
    }

    int until(int place) {
        return until[place];
    }

    /** The first place at or behind an offset of the text. */
    int placeFrom(int offset) {
        int low = 0;
        int high = folded.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a line or a provision ends here. */
    boolean isEnd(int place) {
        return place >= folded.length() || starts.get(place);
    }

    boolean isLabelEnd(int place) {
        return labelEnds.get(place);
    }

    /** Whether a line, a number or a word ends here: what is printed up to here can be read alone. */
    boolean isBreak(int place) {
        return isEnd(place) || isLabelEnd(place) || from(place) > until(place - 1);
    }

    boolean says(String words, int place) {
        return folded.startsWith(words, place);
    }

    /**
     * All places where these words begin a line or a provision; where none does, the one place where they stand at all.
     */
    List<Integer> find(String words, int after) {
        var found = new ArrayList<Integer>();
        for (int place : startsByCharacter.getOrDefault(words.charAt(0), List.of())) {
            if (place >= after && says(words, place)) {
                found.add(place);
            }
        }
        if (found.isEmpty() && words.length() >= LONG_ENOUGH_ANYWHERE && searched < MOST_SEARCHED) {
            searched += folded.length();
            int place = folded.indexOf(words, after);
            if (place >= 0) {
                found.add(place);
                int again = folded.indexOf(words, place + 1);
                if (again >= 0) {
                    found.add(again);
                }
            }
        }
        return found;
    }

    /** Index of the provision that a place belongs to. */
    int provision(int place) {
        int low = 0;
        int high = structure.provisions().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (structure.provisions().get(middle).until() <= from[place]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int start(int provision) {
        return placeFrom(structure.provisions().get(provision).from());
    }

    /** Behind the last character of a provision and all below it. */
    int end(int provision) {
        return placeFrom(
                structure.provisions().get(structure.end(provision) - 1).until());
    }
}
