package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recognises what says that text is not shown: (略), （中略）, and ranges such as 第7条から第31条まで (略). */
public final class Elisions {
    private static final int LONGEST = 8;
    private static final Set<String> WORDS = Set.of("略", "中略", "省略", "前略", "後略", "以下略", "以下省略", "omitted", "...");
    private static final String RANGE = "第条項号章節編附付則のからまで及び並びに~-・、,()";
    private static final String SPANS = "~から-・、,及";

    /** Where a line has such a sign, in UTF-16 units; {@code until} is exclusive. */
    public record Sign(int from, int until) {}

    private Elisions() {}

    /** All signs in a line without its line end; a line that is one as a whole is one sign, its range included. */
    public static List<Sign> in(String line) {
        if (isElision(FoldedLine.of(line, 0, line.length()))) {
            return List.of(new Sign(0, line.length()));
        }
        var signs = new ArrayList<Sign>();
        for (int open = 0; open < line.length(); open++) {
            if (Brackets.isOpening(folded(line.charAt(open)))) {
                int until = end(line, open);
                if (until > open) {
                    signs.add(new Sign(open, until));
                    open = until - 1;
                }
            }
        }
        return signs;
    }

    private static int end(String line, int open) {
        for (int close = open + 1; close < line.length() && close - open <= LONGEST; close++) {
            if (Brackets.match(folded(line.charAt(open)), folded(line.charAt(close)))) {
                boolean word = isWord(Folding.fold(line.substring(open + 1, close)));
                return word ? close + 1 : open;
            }
        }
        return open;
    }

    private static char folded(char c) {
        var folded = Folding.fold(c);
        return folded.length() == 1 ? folded.charAt(0) : 0;
    }

    static boolean isElision(FoldedLine line) {
        int length = line.length();
        if (length < 3 || !line.endsAt(length) || !Brackets.isClosing(line.at(length - 1))) {
            return false;
        }
        int open = length - 2;
        while (open > 0 && !Brackets.isOpening(line.at(open))) {
            open--;
        }
        return Brackets.match(line.at(open), line.at(length - 1))
                && isWord(line.chars().subSequence(open + 1, length - 1).toString())
                && isRange(line, open);
    }

    static boolean isWord(String bracketed) {
        return WORDS.contains(bracketed.replace(" ", ""));
    }

    private static boolean isRange(FoldedLine line, int until) {
        boolean spans = line.skipSpaces(0) >= until;
        for (int i = 0; i < until; i++) {
            char c = line.at(i);
            if (c != ' ' && !Numerals.isDigit(c) && !Numerals.isKanji(c) && RANGE.indexOf(c) < 0) {
                return false;
            }
            spans |= SPANS.indexOf(c) >= 0;
        }
        return spans;
    }
}
