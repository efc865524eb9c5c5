package org.consentledger.provisions;

import java.util.Arrays;

/**
 * A line as recognised: folded, without the white space and the Markdown signs before it. Only so much of a line is folded
 * as any marker or heading can take.
 */
final class FoldedLine {
    private static final int LONGEST = 300;

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private int[] offsets;
    private final int until;
    private final boolean whole;

    private FoldedLine(String text, int from, int until) {
        this.text = text;
        this.until = until;
        offsets = new int[Math.min(LONGEST, until - from) + 1];
        int offset = afterMarkdown(text, from, until);
        while (offset < until && folded.length() < LONGEST) {
            int codePoint = text.codePointAt(offset);
            append(Folding.fold(codePoint), offset);
            offset += Character.charCount(codePoint);
        }
        whole = offset >= until;
        note(offset);
        while (whole && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
            folded.setLength(folded.length() - 1);
        }
    }

    /** The line without its line end. */
    static FoldedLine of(String text, int from, int until) {
        return new FoldedLine(text, from, until);
    }

    private static int afterMarkdown(String text, int from, int until) {
        int offset = from;
        while (offset < until && text.charAt(offset) == '#') {
            offset++;
        }
        return offset > from && offset - from <= 6 && offset < until && text.charAt(offset) == ' ' ? offset : from;
    }

    private void append(String piece, int offset) {
        for (int i = 0; i < piece.length(); i++) {
            if (folded.isEmpty() && piece.charAt(i) == ' ') {
                continue;
            }
            note(offset);
            folded.append(piece.charAt(i));
        }
    }

    private void note(int offset) {
        if (folded.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[folded.length()] = offset;
    }

    CharSequence chars() {
        return folded;
    }

    int length() {
        return folded.length();
    }

    /** The folded character; NUL behind the end, which no line holds. */
    char at(int index) {
        return index < folded.length() ? folded.charAt(index) : 0;
    }

    /** Whether the line ends here. */
    boolean endsAt(int index) {
        return whole && index >= folded.length();
    }

    int skipSpaces(int index) {
        int i = index;
        while (at(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Where the character at the index comes from in the text. */
    int offset(int index) {
        return index >= folded.length() && whole ? until : offsets[index];
    }

    /** As printed, from one index to another, exclusive. */
    String printed(int from, int to) {
        return text.substring(offset(from), to > from ? endOffset(to) : offset(from));
    }

    private int endOffset(int to) {
        int last = offsets[to - 1];
        return last + Character.charCount(text.codePointAt(last));
    }
}
