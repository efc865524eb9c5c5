package org.consentledger.provisions;

import java.text.Normalizer;

/**
 * Characters as a reader sees them, whatever their width or code: digits and brackets of any width, compatibility ideographs
 * (⽤ for 用), dashes, spaces. Invisible characters fold to nothing. For recognising alone: what is stored never changes.
 */
public final class Folding {
    private Folding() {}

    /**
     * What a code point stands for: nothing for an invisible one, one space for any white space. A circled number keeps its
     * circle, since ① and 1 are counted apart.
     */
    public static String fold(int codePoint) {
        if (codePoint < 0x80) {
            return isSpace(codePoint) ? " " : isInvisible(codePoint) ? "" : Character.toString(codePoint);
        }
        if ((codePoint >= 0x3041 && codePoint <= 0x30FF) || (codePoint >= 0x4E00 && codePoint <= 0x9FFF)) {
            return Character.toString(codePoint);
        }
        if (isSpace(codePoint)) {
            return " ";
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        if (codePoint == '〜') {
            return "~";
        }
        if (Character.getType(codePoint) == Character.DASH_PUNCTUATION) {
            return "-";
        }
        if (Character.isBmpCodePoint(codePoint) && Numerals.circled((char) codePoint) > 0) {
            return Character.toString(codePoint);
        }
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    /** A whole string, folded. */
    public static String fold(String s) {
        var folded = new StringBuilder(s.length());
        s.codePoints().forEach(codePoint -> folded.append(fold(codePoint)));
        return folded.toString();
    }

    /** White space of any kind, line ends among it. */
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    /** Whether a reader sees nothing at all of it: formats and controls, fillers, tags; not white space. */
    static boolean isInvisible(int codePoint) {
        if (isSpace(codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }
}
