package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.consentledger.comparison.printed.TableProblem.Code;
import org.jspecify.annotations.Nullable;

/**
 * A row that says where a provision was moved. Where it came to is said in the numbers of the new edition, so it is put there
 * when all other rows have been followed.
 *
 * @param gone what it takes away from where the provision was
 * @param shown how many lines of the new cell only say where the reader is
 * @param label the number that the provision had; {@code null} for none
 */
record MovedRow(
        PrintedRow row, DraftEdit gone, int shown, @Nullable String label) {

    static boolean isOne(PrintedRow row) {
        return PrintedRemark.isMoved(row)
                && !row.older().isEmpty()
                && !row.newer().isEmpty();
    }

    static MovedRow find(PrintedRow row, OldText old) throws RowUnclear {
        var older = PrintedWord.of(row.older());
        var place = RowPlace.only(old, row, older, Cursor.NOWHERE);
        int first = firstMoved(row, old, older, place);
        int moved = row.older().size() - older.get(first).line();
        int shown = IntStream.range(0, row.newer().size())
                .filter(line -> isNamed(row.newer().get(line)))
                .map(line -> line + 1)
                .max()
                .orElse(row.newer().size() - moved);
        if (shown < 0 || shown >= row.newer().size()) {
            throw RowUnclear.of(Code.PLACE_UNKNOWN, row, row.newer().getLast());
        }
        int from = old.from(place.places().get(first));
        int until = old.until(place.end(older, older.size() - 1) - 1);
        var provision =
                old.structure.provisions().get(old.provision(place.places().get(first)));
        return new MovedRow(row, new DraftEdit(from, until, "", false), shown, provision.label());
    }

    /** What it puts where the provision came to, in a draft from which it was taken away. */
    DraftEdit putIn(OldText draft, LineEnds lineEnds) throws RowUnclear {
        var words = PrintedWord.of(row.newer().subList(0, shown));
        var added =
                PrintedWord.provision(row.newer(), PrintedWord.of(row.newer()).get(words.size()));
        if (words.isEmpty() && Objects.equals(added.label(), label)) {
            throw unclear();
        }
        var place = RowPlace.only(draft, row, words, Cursor.NOWHERE);
        int at = new Placement(draft)
                .find(added, words, place, words.size(), words.size(), Cursor.NOWHERE)
                .orElseThrow(this::unclear);
        var lines = new ArrayList<String>();
        row.newer().subList(shown, row.newer().size()).forEach(line -> lines.addAll(lineEnds.lines(line.strip())));
        return new DraftEdit(at, at, String.join("\n", lines), true);
    }

    private RowUnclear unclear() {
        return RowUnclear.of(Code.PLACE_UNKNOWN, row, row.newer().getLast());
    }

    private static boolean isNamed(String line) {
        var words = PrintedWord.of(List.of(line));
        return !words.isEmpty() && words.getLast().isElision();
    }

    /** The outermost provision that the old cell shows whole, at its end. */
    private static int firstMoved(PrintedRow row, OldText old, List<PrintedWord> older, RowPlace place)
            throws RowUnclear {
        int last = older.size() - 1;
        int shownFrom = last;
        while (shownFrom > 0 && !older.get(shownFrom - 1).isElision()) {
            shownFrom--;
        }
        for (int word = shownFrom; word <= last && !older.get(last).isElision(); word++) {
            int at = place.places().get(word);
            int provision = old.provision(at);
            if (at == old.start(provision) && old.end(provision) == place.end(older, last)) {
                return word;
            }
        }
        throw RowUnclear.of(Code.OLD_CELL_NOT_FOUND, row, row.older().getLast());
    }
}
