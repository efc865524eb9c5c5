package org.consentledger.access;

/**
 * Text that a header may hold: characters that are assigned and no controls, {@code [\p{IsAssigned}&&[^\p{IsControl}]]*} as
 * a regular expression. Each filter that asks for a header has it checked once more, so it is checked by hand.
 */
final class HeaderText {
    private HeaderText() {}

    static boolean isName(CharSequence text) {
        return holds(text, false);
    }

    /** The tab is the one control that may stand in a value (RFC 9110 §5.5). */
    static boolean isValue(CharSequence text) {
        return holds(text, true);
    }

    private static boolean holds(CharSequence text, boolean tab) {
        for (int i = 0; i < text.length(); ) {
            int character = Character.codePointAt(text, i);
            if (!isVisibleAscii(character) && !isTaken(character, tab)) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    private static boolean isVisibleAscii(int character) {
        return character >= ' ' && character <= '~';
    }

    private static boolean isTaken(int character, boolean tab) {
        return switch (Character.getType(character)) {
            case Character.UNASSIGNED -> false;
            case Character.CONTROL -> tab && character == '\t';
            default -> true;
        };
    }
}
