package org.consentledger.comparison;

/**
 * What a row shows of a provision that it is not about, so that a reader knows where he is.
 *
 * @param text the caption and number of an article, 付則 with the words beside it, or a number alone
 * @param elided whether words are left out between it and what is shown next, which a table prints as (略)
 */
public record Heading(String text, boolean elided) {

    /** As a table prints it, with that word for what is left out. */
    public String printed(String elision) {
        return elided ? text + " " + elision : text;
    }
}
