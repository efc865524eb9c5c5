package org.consentledger.comparison.printed;

/**
 * How far down the old edition the rows have come.
 *
 * @param place behind the last word that a row showed
 * @param isTight whether no row has said since that words are left out
 */
record Cursor(int place, boolean isTight) {
    static final Cursor NOWHERE = new Cursor(0, false);
}
