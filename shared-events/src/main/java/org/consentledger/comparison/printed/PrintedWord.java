package org.consentledger.comparison.printed;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.provisions.Elisions;
import org.consentledger.provisions.Folding;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.Structure;

/**
 * A word in a printed cell, or a sign (略) that words are left out there.
 *
 * @param folded as it is recognised elsewhere; empty for a sign
 * @param line number of its line in the cell
 * @param from where it begins in its line, in UTF-16 units
 * @param until where it ends, exclusive
 */
record PrintedWord(String text, String folded, int line, int from, int until) {

    boolean isElision() {
        return folded.isEmpty();
    }

    /** All words of a cell; what a reader does not see is no word. */
    static List<PrintedWord> of(List<String> lines) {
        var words = new ArrayList<PrintedWord>();
        for (int i = 0; i < lines.size(); i++) {
            int from = 0;
            for (var sign : Elisions.in(lines.get(i))) {
                add(words, lines.get(i), i, from, sign.from());
                words.add(new PrintedWord("(略)", "", i, sign.from(), sign.until()));
                from = sign.until();
            }
            add(words, lines.get(i), i, from, lines.get(i).length());
        }
        return words;
    }

    private static void add(List<PrintedWord> words, String line, int number, int from, int until) {
        var breaks = BreakIterator.getWordInstance(Locale.JAPANESE);
        breaks.setText(line.substring(from, until));
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var word = line.substring(from + start, from + end);
            var folded = Folding.fold(word).replace(" ", "");
            if (!folded.isEmpty()) {
                words.add(new PrintedWord(word, folded, number, from + start, from + end));
            }
            start = end;
        }
    }

    /** The provision that this word of a cell belongs to, as far as the cell alone tells. */
    static Provision provision(List<String> lines, PrintedWord word) {
        int offset = word.from;
        for (int i = 0; i < word.line; i++) {
            offset += lines.get(i).length() + 1;
        }
        int place = offset;
        var structure = Structure.of(String.join("\n", lines));
        return structure.provisions().stream()
                .filter(provision -> place < provision.until())
                .findFirst()
                .orElseThrow();
    }
}
