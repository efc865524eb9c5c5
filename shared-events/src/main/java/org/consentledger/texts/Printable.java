package org.consentledger.texts;

/** Text that every printed form can hold. */
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text with U+FFFD for what XML 1.0 (§2.2) and HTML do not take: controls, lone surrogates, non-characters.
     * A page break becomes a line end.
     */
    public static String text(String text) {
        return text.codePoints()
                .map(codePoint -> codePoint == '\f' || codePoint == 0x0B ? '\n' : codePoint)
                .map(codePoint -> isPrintable(codePoint) ? codePoint : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        boolean control = codePoint >= 0x7F && codePoint <= 0x9F && codePoint != 0x85;
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !control && !surrogate && !nonCharacter;
    }
}
