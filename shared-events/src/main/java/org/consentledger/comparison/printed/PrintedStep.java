package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.comparison.ShortestEdit;

/**
 * One step from an old cell to the new one: words of both that are the same, or words that were taken away or put in, or both.
 * Ranges of words, the end exclusive.
 */
record PrintedStep(boolean isSame, int oldFrom, int oldUntil, int newFrom, int newUntil) {

    /** Line by line first, so that a long cell in which one line is new is not taken apart; then word by word. */
    static List<PrintedStep> between(List<PrintedWord> older, List<PrintedWord> newer) {
        var oldLines = lines(older);
        var newLines = lines(newer);
        var steps = new Steps();
        for (var step : difference(keys(older, oldLines), keys(newer, newLines))) {
            if (step.isSame) {
                steps.add(new PrintedStep(
                        true,
                        start(oldLines, step.oldFrom, older.size()),
                        start(oldLines, step.oldUntil, older.size()),
                        start(newLines, step.newFrom, newer.size()),
                        start(newLines, step.newUntil, newer.size())));
            } else {
                changed(steps, older, oldLines, newer, newLines, step);
            }
        }
        return steps.list;
    }

    private static void changed(
            Steps steps,
            List<PrintedWord> older,
            List<Integer> oldLines,
            List<PrintedWord> newer,
            List<Integer> newLines,
            PrintedStep lines) {
        int i = lines.oldFrom;
        int j = lines.newFrom;
        var pairs = LinePairs.of(
                words(older, oldLines, lines.oldFrom, lines.oldUntil),
                words(newer, newLines, lines.newFrom, lines.newUntil));
        for (var pair : pairs) {
            int oldLine = lines.oldFrom + pair.older();
            int newLine = lines.newFrom + pair.newer();
            int oldFrom = start(oldLines, oldLine, older.size());
            int newFrom = start(newLines, newLine, newer.size());
            steps.add(new PrintedStep(
                    false, start(oldLines, i, older.size()), oldFrom, start(newLines, j, newer.size()), newFrom));
            steps.apart();
            i = oldLine + 1;
            j = newLine + 1;
            var oldWords = older.subList(oldFrom, start(oldLines, i, older.size()));
            var newWords = newer.subList(newFrom, start(newLines, j, newer.size()));
            difference(keys(oldWords), keys(newWords)).forEach(step -> steps.add(step.from(oldFrom, newFrom)));
            steps.apart();
        }
        steps.add(new PrintedStep(
                false,
                start(oldLines, i, older.size()),
                start(oldLines, lines.oldUntil, older.size()),
                start(newLines, j, newer.size()),
                start(newLines, lines.newUntil, newer.size())));
    }

    private PrintedStep from(int oldStart, int newStart) {
        return new PrintedStep(
                isSame, oldStart + oldFrom, oldStart + oldUntil, newStart + newFrom, newStart + newUntil);
    }

    private static List<List<String>> words(List<PrintedWord> words, List<Integer> lines, int from, int until) {
        var found = new ArrayList<List<String>>();
        for (int i = from; i < until; i++) {
            found.add(keys(words.subList(lines.get(i), start(lines, i + 1, words.size()))));
        }
        return found;
    }

    private static int start(List<Integer> lines, int line, int size) {
        return line < lines.size() ? lines.get(line) : size;
    }

    /** The first word of each line. */
    private static List<Integer> lines(List<PrintedWord> words) {
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 || words.get(i).line() != words.get(i - 1).line()) {
                lines.add(i);
            }
        }
        return lines;
    }

    private static List<String> keys(List<PrintedWord> words, List<Integer> lines) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            keys.add(String.join("\n", keys(words.subList(lines.get(i), start(lines, i + 1, words.size())))));
        }
        return keys;
    }

    private static List<String> keys(List<PrintedWord> words) {
        return words.stream().map(word -> word.isElision() ? "" : word.text()).toList();
    }

    private static List<PrintedStep> difference(List<String> older, List<String> newer) {
        Map<String, Integer> known = new HashMap<>();
        var steps = new Steps();
        int i = 0;
        int j = 0;
        for (var step : ShortestEdit.of(numbers(older, known), numbers(newer, known))) {
            int oldUntil = step.change() == Change.INSERTED ? i : i + step.length();
            int newUntil = step.change() == Change.DELETED ? j : j + step.length();
            steps.add(new PrintedStep(step.change() == Change.SAME, i, oldUntil, j, newUntil));
            i = oldUntil;
            j = newUntil;
        }
        return steps.list;
    }

    private static int[] numbers(List<String> keys, Map<String, Integer> known) {
        return keys.stream()
                .mapToInt(key -> known.computeIfAbsent(key, _ -> known.size()))
                .toArray();
    }

    /** Joins steps of one kind that follow each other, but not what is new in a line with whole lines beside it. */
    private static final class Steps {
        private final List<PrintedStep> list = new ArrayList<>();
        private boolean apart;

        void apart() {
            apart = true;
        }

        void add(PrintedStep step) {
            if (step.oldFrom == step.oldUntil && step.newFrom == step.newUntil) {
                return;
            }
            if (!list.isEmpty() && list.getLast().isSame == step.isSame && !apart) {
                var last = list.removeLast();
                list.add(new PrintedStep(step.isSame, last.oldFrom, step.oldUntil, last.newFrom, step.newUntil));
            } else {
                list.add(step);
            }
            apart = false;
        }
    }
}
