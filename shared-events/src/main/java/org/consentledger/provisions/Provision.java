package org.consentledger.provisions;

import org.jspecify.annotations.Nullable;

/**
 * One part of a text of terms. Its own text is one unbroken stretch; what its children say is theirs. The own texts of all
 * provisions in document order are the whole text, character for character.
 *
 * @param path unique in its text, such as {@code art:32/para:2/item:1}, {@code art:4_2}, {@code suppl:2/art:1}; the second
 *     of a number printed twice gets {@code ~2}
 * @param number in ASCII digits, branches joined by {@code _}; of a supplementary provision its place among them; {@code
 *     null} where nothing is counted
 * @param label the number as printed, such as 第６条; {@code null} where none is printed
 * @param caption without its parentheses; the heading's words of a chapter, the words beside 付則
 * @param text its own text with the white space, line ends and blank lines that follow it
 * @param from where its own text begins, in UTF-16 units
 * @param until where its own text ends, exclusive
 * @param parent index of the provision it belongs to; -1 for none
 */
public record Provision(
        String path,
        Kind kind,
        @Nullable String number,
        @Nullable String label,
        @Nullable String caption,
        String text,
        int from,
        int until,
        int parent) {

    /** What it says, without its printed number and the white space around. */
    public String body() {
        if (label == null) {
            return text.strip();
        }
        int printed = text.indexOf(label);
        return (text.substring(0, printed) + text.substring(printed + label.length())).strip();
    }
}
