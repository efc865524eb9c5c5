package org.consentledger.comparison.printed;

import java.util.List;
import org.consentledger.provisions.Kind;

/** Tells what a new cell shows only so that the reader knows where he is, where the old cell shows nothing. */
final class RowContext {
    private RowContext() {}

    /** The row with the same lines in the old cell, where the old edition has them as headings or as numbers with (略). */
    static PrintedRow completed(PrintedRow row, OldText old) {
        if (!PrintedWord.of(row.older()).stream().allMatch(PrintedWord::isElision)) {
            return row;
        }
        for (int lines = row.newer().size() - 1; lines > 0; lines--) {
            var shown = row.newer().subList(0, lines);
            var words = PrintedWord.of(shown);
            if (!words.isEmpty() && !words.getFirst().isElision()) {
                var places = RowPlace.find(old, words, Cursor.NOWHERE);
                if (places.size() == 1 && isHeading(old, words, places.getFirst())) {
                    return new PrintedRow(row.number(), row.newer(), shown, row.remark());
                }
            }
        }
        return row;
    }

    private static boolean isHeading(OldText old, List<PrintedWord> words, RowPlace place) {
        int last = words.size() - 1;
        if (words.get(last).isElision()) {
            return true;
        }
        int end = place.end(words, last);
        return old.isLabelEnd(end)
                || old.structure.provisions().get(old.provision(end - 1)).kind() == Kind.SUPPLEMENTARY;
    }
}
