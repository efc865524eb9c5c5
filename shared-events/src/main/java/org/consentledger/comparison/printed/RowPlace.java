package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consentledger.comparison.printed.TableProblem.Code;

/**
 * Where in the old edition the old cell of a row stands.
 *
 * @param places of each word; {@link OldText#NOWHERE} for a sign that words are left out
 */
record RowPlace(List<Integer> places) {
    RowPlace {
        places = List.copyOf(places);
    }

    /** What stands between two signs that words are left out. */
    private record Run(int first, int last, String words, boolean cutShort) {}

    /** Finds nothing, one place, or several, of which none can be preferred. */
    static List<RowPlace> find(OldText old, List<PrintedWord> cell, Cursor cursor) {
        var runs = runs(cell);
        if (runs.isEmpty()) {
            return List.of(new RowPlace(nowhere(cell)));
        }
        var all = starts(old, runs.getFirst(), 0).stream()
                .flatMap(start -> rest(old, cell, runs, start).stream())
                .toList();
        var behind =
                all.stream().filter(place -> place.first() >= cursor.place()).toList();
        var next = behind.stream()
                .filter(place -> cursor.isTight() && place.first() == cursor.place())
                .toList();
        return !next.isEmpty() ? next : behind.isEmpty() ? all : behind;
    }

    /** The one place where the cell stands. */
    static RowPlace only(OldText old, PrintedRow row, List<PrintedWord> cell, Cursor cursor) throws RowUnclear {
        var places = find(old, cell, cursor);
        if (places.size() == 1) {
            return places.getFirst();
        }
        var code = places.isEmpty() ? Code.OLD_CELL_NOT_FOUND : Code.OLD_CELL_AMBIGUOUS;
        throw RowUnclear.of(code, row, String.join(" ", row.older()));
    }

    private static List<Integer> nowhere(List<PrintedWord> cell) {
        return new ArrayList<>(Collections.nCopies(cell.size(), OldText.NOWHERE));
    }

    private static List<Run> runs(List<PrintedWord> cell) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < cell.size(); i++) {
            int first = i;
            var words = new StringBuilder();
            while (i < cell.size() && !cell.get(i).isElision()) {
                words.append(cell.get(i++).folded());
            }
            if (i > first) {
                boolean cutShort =
                        i < cell.size() && cell.get(i).line() == cell.get(i - 1).line();
                runs.add(new Run(first, i - 1, words.toString(), cutShort));
            }
        }
        return runs;
    }

    /** A line that is quoted whole comes before one that is quoted in part. */
    private static List<Integer> starts(OldText old, Run run, int after) {
        var found = old.find(run.words, after);
        var whole = found.stream()
                .filter(place -> {
                    int end = place + run.words.length();
                    return run.cutShort ? old.isBreak(end) : old.isEnd(end);
                })
                .toList();
        if (!whole.isEmpty() || run.cutShort) {
            return whole;
        }
        var words = found.stream()
                .filter(place -> old.isBreak(place + run.words.length()))
                .toList();
        return words.isEmpty() ? found : words;
    }

    private static List<RowPlace> rest(OldText old, List<PrintedWord> cell, List<Run> runs, int start) {
        var places = nowhere(cell);
        int place = start;
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (i > 0) {
                var next = starts(old, run, place);
                if (next.isEmpty()) {
                    return List.of();
                }
                place = next.getFirst();
            }
            for (int word = run.first; word <= run.last; word++) {
                places.set(word, place);
                place += cell.get(word).folded().length();
            }
        }
        return List.of(new RowPlace(places));
    }

    /** Behind that word. */
    int end(List<PrintedWord> cell, int word) {
        return places.get(word) + cell.get(word).folded().length();
    }

    private int first() {
        return places.stream().filter(place -> place >= 0).findFirst().orElse(OldText.NOWHERE);
    }
}
