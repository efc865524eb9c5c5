package org.consentledger.events.terms;

/**
 * What the provider chose where the law leaves a choice.
 *
 * @param superseded what becomes of an acceptance of an edition that is no longer in force
 * @param decisionRequired whether an acceptance must decide on each voluntary purpose of use
 * @param graceDays civil days, from an edition's effective date, for which nothing is asked of a customer
 */
public record Policies(Superseded superseded, boolean decisionRequired, int graceDays) {

    /** What becomes of an acceptance of an edition that is no longer in force. */
    public enum Superseded {
        REFUSE,
        RECORD
    }

    /** What holds where the provider chose nothing. */
    public static Policies standard() {
        return new Policies(Superseded.REFUSE, false, 0);
    }
}
