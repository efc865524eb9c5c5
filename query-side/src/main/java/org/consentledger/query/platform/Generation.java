package org.consentledger.query.platform;

/**
 * One filling of a projection's tables, in a database schema of its own.
 *
 * @param number from 1
 */
public record Generation(String projection, int number) {
    String schema() {
        return "query_" + projection + "_" + number;
    }

    /** The one that is filled beside this one. */
    public Generation next() {
        return new Generation(projection, number + 1);
    }
}
