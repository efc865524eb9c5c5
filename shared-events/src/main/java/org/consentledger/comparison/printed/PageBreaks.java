package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.provisions.Elisions;
import org.consentledger.provisions.Folding;

/**
 * Joins rows that the end of a page cut in two. The old edition shows which these are: what ends the one and what begins the
 * next stand in one line of it. Programs that take text from pages sometimes repeat the last characters on the next page.
 */
final class PageBreaks {
    private static final int MOST_REPEATED = 12;
    private static final String ENDS = "。．.」』）)";

    private final OldText old;
    private final boolean remarked;

    private PageBreaks(OldText old, boolean remarked) {
        this.old = old;
        this.remarked = remarked;
    }

    static List<PrintedRow> join(List<PrintedRow> rows, OldText old) {
        boolean remarked = rows.stream().anyMatch(row -> !row.remark().isBlank());
        var breaks = new PageBreaks(old, remarked);
        var joined = new ArrayList<PrintedRow>();
        for (var row : rows) {
            int repeated = joined.isEmpty() ? -1 : breaks.repeated(joined.getLast(), row);
            if (repeated < 0) {
                joined.add(row);
            } else {
                joined.add(joined(joined.removeLast(), row, repeated));
            }
        }
        return joined;
    }

    /** How many characters the next row repeats; -1 where it does not go on with the one before. */
    private int repeated(PrintedRow row, PrintedRow next) {
        if (!row.older().isEmpty() && !next.older().isEmpty()) {
            return repeated(row.older().getLast(), next.older().getFirst());
        }
        boolean goesOn = remarked
                && next.remark().isBlank()
                && next.older().isEmpty()
                && !row.newer().isEmpty()
                && !next.newer().isEmpty()
                && ENDS.indexOf(row.newer()
                                .getLast()
                                .stripTrailing()
                                .charAt(row.newer().getLast().stripTrailing().length() - 1))
                        < 0;
        return goesOn ? 0 : -1;
    }

    private int repeated(String line, String next) {
        var words = folded(line);
        var more = folded(next);
        if (words.isEmpty()
                || more.isEmpty()
                || !Elisions.in(line).isEmpty()
                || !Elisions.in(next).isEmpty()) {
            return -1;
        }
        for (int place : old.find(words, 0)) {
            int end = place + words.length();
            for (int repeated = 0; !old.isEnd(end) && repeated <= Math.min(MOST_REPEATED, words.length()); repeated++) {
                if (old.says(more, end - repeated)) {
                    return repeated;
                }
            }
        }
        return -1;
    }

    private static PrintedRow joined(PrintedRow row, PrintedRow next, int repeated) {
        return new PrintedRow(
                row.number(),
                joined(row.newer(), next.newer(), repeated),
                joined(row.older(), next.older(), repeated),
                (row.remark() + "\n" + next.remark()).strip());
    }

    private static List<String> joined(List<String> lines, List<String> more, int repeated) {
        if (lines.isEmpty() || more.isEmpty()) {
            return lines.isEmpty() ? more : lines;
        }
        var joined = new ArrayList<>(lines);
        var words = folded(more.getFirst());
        boolean repeats = repeated <= words.length() && folded(lines.getLast()).endsWith(words.substring(0, repeated));
        joined.add(
                joined.removeLast().stripTrailing() + behind(more.getFirst().stripLeading(), repeats ? repeated : 0));
        joined.addAll(more.subList(1, more.size()));
        return joined;
    }

    private static String behind(String line, int characters) {
        int passed = 0;
        int i = 0;
        while (passed < characters) {
            int codePoint = line.codePointAt(i);
            passed += Folding.fold(codePoint).strip().length();
            i += Character.charCount(codePoint);
        }
        return line.substring(i);
    }

    private static String folded(String line) {
        return Folding.fold(line).replace(" ", "");
    }
}
