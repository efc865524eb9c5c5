package org.consentledger.comparison.printed;

/**
 * What a row makes of one stretch of the old edition.
 *
 * @param from in UTF-16 units of the old edition
 * @param until exclusive; the same as {@code from} where something is put in
 * @param text what is put there, its lines apart by line feeds
 * @param isLines whether the text is whole lines of its own
 */
record DraftEdit(int from, int until, String text, boolean isLines) {

    boolean overlaps(DraftEdit other) {
        return from < other.until && other.from < until;
    }
}
