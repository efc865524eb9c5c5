package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.comparison.printed.TableProblem.Code;

/** What one row, whose old cell was found, makes of the old edition. */
final class RowReading {
    private final OldText old;
    private final Placement placement;
    private final LineEnds lineEnds;
    private final PrintedRow row;
    private final List<PrintedWord> older;
    private final List<PrintedWord> newer;
    private final RowPlace place;
    private final Cursor cursor;
    private final List<DraftEdit> edits = new ArrayList<>();

    RowReading(OldText old, LineEnds lineEnds, PrintedRow row, RowPlace place, Cursor cursor) {
        this.old = old;
        this.placement = new Placement(old);
        this.lineEnds = lineEnds;
        this.row = row;
        this.older = PrintedWord.of(row.older());
        this.newer = PrintedWord.of(row.newer());
        this.place = place;
        this.cursor = cursor;
    }

    List<DraftEdit> edits() throws RowUnclear {
        for (var step : PrintedStep.between(older, newer)) {
            if (!step.isSame()) {
                change(step);
            }
        }
        return edits;
    }

    private void change(PrintedStep step) throws RowUnclear {
        int from = step.newFrom();
        int until = step.newUntil();
        // A sign alone on a line, or behind words that are not new, says that the old text goes on; it is nothing new.
        while (from < until && newer.get(from).isElision()) {
            from++;
        }
        while (from < until && isSignAlone(until - 1)) {
            until--;
        }
        var gone = stretches(step.oldFrom(), step.oldUntil());
        if (from < until && gone.isEmpty()) {
            putIn(step, from, until);
        } else if (from < until) {
            edits.add(new DraftEdit(gone.getFirst()[0], gone.getFirst()[1], text(from, until), false));
            takeAway(gone.subList(1, gone.size()));
        } else if (step.newFrom() == step.newUntil() || PrintedRemark.isDeleted(row)) {
            takeAway(gone);
        } else if (!gone.isEmpty() && PrintedRemark.isChanged(row)) {
            throw RowUnclear.of(Code.NEW_CELL_ELIDED, row, words(older, step.oldFrom(), step.oldUntil()));
        }
    }

    private void takeAway(List<int[]> gone) {
        gone.forEach(stretch -> edits.add(new DraftEdit(stretch[0], stretch[1], "", false)));
    }

    /** The words of the old cell without the signs between them, as stretches of the old edition. */
    private List<int[]> stretches(int from, int until) {
        var stretches = new ArrayList<int[]>();
        boolean goesOn = false;
        for (int i = from; i < until; i++) {
            if (older.get(i).isElision()) {
                goesOn = false;
            } else if (goesOn) {
                stretches.getLast()[1] = until(i);
            } else {
                stretches.add(new int[] {from(i), until(i)});
                goesOn = true;
            }
        }
        return stretches;
    }

    private void putIn(PrintedStep step, int from, int until) throws RowUnclear {
        boolean lineBegins =
                from == 0 || newer.get(from - 1).line() != newer.get(from).line();
        boolean lineEnds = until == newer.size()
                || newer.get(until).line() != newer.get(until - 1).line();
        int before = step.oldFrom() - 1;
        if (!lineBegins && before >= 0 && !older.get(before).isElision()) {
            var gap = lineOf(from)
                    .substring(newer.get(from - 1).until(), newer.get(from).from());
            edits.add(new DraftEdit(until(before), until(before), gap + text(from, until), false));
        } else if (!lineEnds
                && step.oldUntil() < older.size()
                && !older.get(step.oldUntil()).isElision()) {
            var gap = lineOf(until)
                    .substring(newer.get(until - 1).until(), newer.get(until).from());
            int at = from(step.oldUntil());
            edits.add(new DraftEdit(at, at, text(from, until) + gap, false));
        } else {
            var added = PrintedWord.provision(row.newer(), newer.get(from));
            int at = placement
                    .find(added, older, place, step.oldFrom(), step.oldUntil(), cursor)
                    .orElseThrow(() -> RowUnclear.of(Code.PLACE_UNKNOWN, row, words(newer, from, until)));
            edits.add(new DraftEdit(at, at, text(from, until), true));
        }
    }

    private boolean isSignAlone(int word) {
        int line = newer.get(word).line();
        return newer.get(word).isElision()
                && (word == 0 || newer.get(word - 1).line() != line)
                && (word + 1 == newer.size() || newer.get(word + 1).line() != line);
    }

    private String lineOf(int word) {
        return row.newer().get(newer.get(word).line());
    }

    private String text(int from, int until) {
        var lines = new ArrayList<String>();
        int i = from;
        while (i < until) {
            int last = i;
            while (last + 1 < until
                    && newer.get(last + 1).line() == newer.get(i).line()) {
                last++;
            }
            lines.addAll(lineEnds.lines(
                    lineOf(i).substring(newer.get(i).from(), newer.get(last).until())));
            i = last + 1;
        }
        return String.join("\n", lines);
    }

    private static String words(List<PrintedWord> words, int from, int until) {
        var text = new StringBuilder();
        words.subList(from, until).forEach(word -> text.append(word.text()));
        return text.toString();
    }

    private int from(int word) {
        return old.from(place.places().get(word));
    }

    private int until(int word) {
        return old.until(place.places().get(word) + older.get(word).folded().length() - 1);
    }
}
