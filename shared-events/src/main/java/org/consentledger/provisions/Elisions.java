package org.consentledger.provisions;

import java.util.Set;

/** Recognises what says that text is not shown: (略), （中略）, and ranges such as 第7条から第31条まで (略). */
final class Elisions {
    private static final Set<String> WORDS = Set.of("略", "中略", "省略", "前略", "後略", "以下略", "以下省略", "omitted", "...");
    private static final String RANGE = "第条項号章節編附付則のからまで及び並びに~-・、,()";
    private static final String SPANS = "~から-・、,及";

    private Elisions() {}

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
