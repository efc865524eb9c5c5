package org.consentledger.comparison;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.comparison.Segment.Change;

/**
 * What changed between two wordings, word by word. Words are those of the JDK's {@link BreakIterator}: runs of one script,
 * numbers, single signs. A dictionary would cut kanji finer, but its next release would cut them otherwise, and a table
 * already shown to a court would come out different.
 */
final class Words {
    private Words() {}

    /** The segments of both wordings in one list: without the inserted it is the older, without the deleted the newer. */
    static List<Segment> compare(String older, String newer) {
        var known = new HashMap<String, Integer>();
        var oldWords = split(older);
        var newWords = split(newer);
        var script = ShortestEdit.of(numbers(oldWords, known), numbers(newWords, known));
        var segments = new Segments();
        int i = 0;
        int j = 0;
        for (var step : script) {
            segments.add(
                    step.change(),
                    switch (step.change()) {
                        case SAME, DELETED -> join(oldWords, i, i + step.length());
                        case INSERTED -> join(newWords, j, j + step.length());
                    });
            i += step.change() == Change.INSERTED ? 0 : step.length();
            j += step.change() == Change.DELETED ? 0 : step.length();
        }
        return segments.list;
    }

    static List<Segment> side(List<Segment> segments, Change without) {
        return segments.stream().filter(segment -> segment.change() != without).toList();
    }

    private static List<String> split(String text) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(Locale.JAPANESE);
        breaks.setText(text);
        int from = breaks.first();
        for (int until = breaks.next(); until != BreakIterator.DONE; until = breaks.next()) {
            words.add(text.substring(from, until));
            from = until;
        }
        return words;
    }

    private static int[] numbers(List<String> words, Map<String, Integer> known) {
        return words.stream()
                .mapToInt(word -> known.computeIfAbsent(word, _ -> known.size()))
                .toArray();
    }

    private static String join(List<String> words, int from, int until) {
        return String.join("", words.subList(from, until));
    }

    private static final class Segments {
        private final List<Segment> list = new ArrayList<>();

        void add(Change change, String text) {
            if (!text.isEmpty()) {
                list.add(new Segment(change, text));
            }
        }
    }
}
