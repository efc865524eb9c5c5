package org.consentledger.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.comparison.Cell;
import org.consentledger.comparison.Heading;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.texts.Printable;

/**
 * One line of a printed cell, as runs of changed and unchanged words.
 *
 * @param heading whether it only says where the reader is
 */
record PrintedLine(boolean heading, List<Run> runs) {
    PrintedLine {
        runs = List.copyOf(runs);
    }

    /** Words with one look. */
    record Run(boolean changed, String text) {}

    String text() {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text));
        return text.toString();
    }

    /** All lines of one side of a row; none where this side has nothing at all. */
    static List<PrintedLine> of(Cell cell, String elision) {
        if (cell.equals(Cell.ELIDED)) {
            return List.of(new PrintedLine(false, List.of(new Run(false, elision))));
        }
        var lines = new ArrayList<PrintedLine>();
        Stream.concat(cell.headings().stream(), Stream.ofNullable(cell.after()))
                .flatMap(heading -> headingLines(heading, elision))
                .forEach(lines::add);
        lines.addAll(said(cell));
        return lines;
    }

    private static Stream<PrintedLine> headingLines(Heading heading, String elision) {
        return heading.printed(elision)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new PrintedLine(true, List.of(new Run(false, Printable.text(line)))));
    }

    private static List<PrintedLine> said(Cell cell) {
        var lines = new ArrayList<PrintedLine>();
        var runs = new ArrayList<Run>();
        for (var segment : cell.segments()) {
            var pieces = Printable.text(segment.text()).split("\\R", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    lines.add(new PrintedLine(false, runs));
                    runs.clear();
                }
                if (!pieces[i].isEmpty()) {
                    runs.add(new Run(segment.change() != Change.SAME, pieces[i]));
                }
            }
        }
        if (!runs.isEmpty()) {
            lines.add(new PrintedLine(false, runs));
        }
        return lines;
    }
}
