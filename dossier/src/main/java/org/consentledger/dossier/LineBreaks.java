package org.consentledger.dossier;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of Japanese or English may end: after a space, and beside any Japanese character but before what must not begin
 * a line and after what must not end one (行頭・行末禁則, JIS X 4051). The JDK's own rules change with its releases, and the
 * bytes of a printed report must not.
 */
final class LineBreaks implements FSTextBreaker {
    private static final int NONE_LEFT = -1;
    private static final String NOT_FIRST = "、。，．,.・：；:;？！?!）)」』】〕〉》〟’”]}ーゝゞヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥゛゜％%";
    private static final String NOT_LAST = "（(「『【〔〈《〝‘“[{￥¥";
    private static final int FIRST_JAPANESE = 0x2E80;

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
        do {
            at = text.offsetByCodePoints(at, 1);
        } while (at < text.length() && !mayEnd(text.codePointBefore(at), text.codePointAt(at)));
        return at;
    }

    private static boolean mayEnd(int before, int after) {
        if (Character.isWhitespace(after) || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return Character.isWhitespace(before) || before >= FIRST_JAPANESE || after >= FIRST_JAPANESE;
    }
}
