package org.consentledger.provisions;

/** Brackets of folded text, where those of any width are one. */
final class Brackets {
    private static final String OPENING = "([【〔<";
    private static final String CLOSING = ")]】〕>";

    private Brackets() {}

    static boolean isOpening(char c) {
        return c != 0 && OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return c != 0 && CLOSING.indexOf(c) >= 0;
    }

    static boolean match(char opening, char closing) {
        return isOpening(opening) && OPENING.indexOf(opening) == CLOSING.indexOf(closing);
    }

    /** Index of the bracket that closes the one at {@code open}; -1 where the line closes none. */
    static int closing(FoldedLine line, int open) {
        int depth = 0;
        for (int i = open; i < line.length(); i++) {
            if (line.at(i) == line.at(open)) {
                depth++;
            } else if (match(line.at(open), line.at(i)) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
