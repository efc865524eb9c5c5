package org.consentledger.dossier;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a word may be cut that is longer than its line, a digest for example: between any two characters. */
final class Characters implements FSTextBreaker {
    private static final int NONE_LEFT = -1;

    private String text = "";
    private int at;

    @Override
    public void setText(String text) {
        this.text = text;
        this.at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return NONE_LEFT;
        }
        at = text.offsetByCodePoints(at, 1);
        return at;
    }
}
