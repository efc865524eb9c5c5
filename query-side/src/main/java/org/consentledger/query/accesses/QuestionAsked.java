package org.consentledger.query.accesses;

/**
 * The question by which customers' data were read. A word is never renamed nor given another meaning: records keep it for
 * years.
 */
public enum QuestionAsked {
    STANDING,
    PERMISSION,
    HISTORY,
    RECORD,
    REQUESTS,
    /** The content of a disclosure. */
    DISCLOSURE,
    LEGAL_HOLDS,
    PROVISIONS,
    DOSSIER,
    /** A dossier with which the customer's data keys were handed over. */
    DOSSIER_WITH_KEYS,
    REPLAY,
    /** Who looked at the customer's data, which is about the customer as well. */
    ACCESSES,
    /** A list of customers by the beginning of their identifiers. */
    CUSTOMERS,
    /** A list of the customers behind a number of coverage. */
    CUSTOMERS_OF_EDITION,
    /** A list of the erasures asked for, and of each customer on it. */
    ERASURES,
    /** A list of customers with events that a projection could not handle. */
    DEAD_LETTERS
}
