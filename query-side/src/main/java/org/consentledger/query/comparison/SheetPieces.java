package org.consentledger.query.comparison;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.query.comparison.PrintedLine.Run;

/**
 * Cuts what one side of a row says into pieces that a row of a spreadsheet can show: a row is at most 409 points high, and
 * what is beyond is not printed. Widths in columns of a terminal: an ideograph takes two.
 */
final class SheetPieces {
    /** So much fits on a line of the two text columns, with some room for how fonts differ. */
    private static final int WIDTH = 57;

    private static final int LINES_A_ROW = 16;

    private SheetPieces() {}

    static List<List<PrintedLine>> of(List<PrintedLine> lines) {
        var pieces = new ArrayList<List<PrintedLine>>();
        var piece = new ArrayList<PrintedLine>();
        for (var line : lines.stream().flatMap(line -> cut(line).stream()).toList()) {
            if (!piece.isEmpty() && height(piece) + height(List.of(line)) > LINES_A_ROW) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            }
            piece.add(line);
        }
        if (!piece.isEmpty()) {
            pieces.add(List.copyOf(piece));
        }
        return pieces;
    }

    /** In printed lines, of which a long line takes several. */
    static int height(List<PrintedLine> piece) {
        return piece.stream()
                .mapToInt(line -> Math.max(1, Math.ceilDiv(width(line.text()), WIDTH)))
                .sum();
    }

    private static List<PrintedLine> cut(PrintedLine line) {
        var lines = new ArrayList<PrintedLine>();
        var runs = new ArrayList<Run>();
        int room = WIDTH * LINES_A_ROW;
        for (var run : line.runs()) {
            var words = new StringBuilder();
            for (int codePoint : run.text().codePoints().toArray()) {
                if (room < width(codePoint)) {
                    runs.add(new Run(run.changed(), words.toString()));
                    lines.add(new PrintedLine(line.heading(), runs));
                    runs.clear();
                    words.setLength(0);
                    room = WIDTH * LINES_A_ROW;
                }
                words.appendCodePoint(codePoint);
                room -= width(codePoint);
            }
            runs.add(new Run(run.changed(), words.toString()));
        }
        lines.add(new PrintedLine(line.heading(), runs));
        return lines;
    }

    private static int width(String text) {
        return text.codePoints().map(SheetPieces::width).sum();
    }

    private static int width(int codePoint) {
        return codePoint < 0x1100 || (codePoint >= 0xFF61 && codePoint <= 0xFF9F) ? 1 : 2;
    }
}
