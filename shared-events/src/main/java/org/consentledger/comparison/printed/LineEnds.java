package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consentledger.provisions.Folding;

/**
 * Finds the line ends that a table lost on its way through other programs: they left many spaces, or one where the old edition
 * ends its line between the same words, whatever their digits.
 */
final class LineEnds {
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final int MANY_SPACES = 4;
    private static final int COMPARED = 10;

    private final Map<String, Boolean> endsLine = new HashMap<>();

    LineEnds(String oldText) {
        var gaps = GAP.matcher(oldText);
        while (gaps.find()) {
            endsLine.merge(around(oldText, gaps.toMatchResult()), gaps.group().contains("\n"), Boolean::logicalAnd);
        }
    }

    List<String> lines(String printed) {
        var lines = new ArrayList<String>();
        int from = 0;
        var gaps = GAP.matcher(printed);
        while (gaps.find()) {
            boolean many = gaps.end() - gaps.start() >= MANY_SPACES;
            if (many || endsLine.getOrDefault(around(printed, gaps.toMatchResult()), false)) {
                add(lines, printed.substring(from, gaps.start()));
                from = gaps.end();
            }
        }
        add(lines, printed.substring(from));
        return lines;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private static String around(String text, MatchResult gap) {
        int end = gap.start();
        int start = gap.end();
        int before = end;
        while (before > 0 && end - before < COMPARED && !Folding.isSpace(text.charAt(before - 1))) {
            before--;
        }
        int after = start;
        while (after < text.length() && after - start < COMPARED && !Folding.isSpace(text.charAt(after))) {
            after++;
        }
        return DIGITS.matcher(text.substring(before, end) + " " + text.substring(start, after))
                .replaceAll("0");
    }
}
