package org.consentledger.events;

/**
 * Where a record of the past was taken from.
 *
 * @param reference the client's opaque name of the original, such as a file and line or a folder number
 * @param datePrecision how exactly the original tells when the person acted
 */
public record Source(Kind kind, String reference, DatePrecision datePrecision) {

    /** The form of the original. */
    public enum Kind {
        IMPORT,
        PAPER
    }
}
