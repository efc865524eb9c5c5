package org.consentledger.provisions;

/** How a list counts: 1., (1), ①, 一, イ, (ア), (a), (iv). Two levels of one nesting never count alike. */
record Style(Script script, Form form) {
    static final Style DECIMAL_ITEM = new Style(Script.DIGIT, Form.DECIMAL);
    static final Style DECIMAL_SUBITEM = new Style(Script.DIGIT, Form.DEEP_DECIMAL);

    enum Script {
        DIGIT,
        CIRCLED,
        KANJI,
        IROHA,
        AIUEO,
        LOWER,
        UPPER,
        LOWER_ROMAN,
        UPPER_ROMAN
    }

    enum Form {
        SPACE,
        DOT,
        PARENTHESES,
        CLOSED,
        SIGN,
        DECIMAL,
        DEEP_DECIMAL
    }

    /** Whether paragraphs are printed so: 2, 2., ②. */
    boolean canCountParagraphs() {
        return script == Script.CIRCLED || canCountArticles();
    }

    /** Whether articles of a text without any 第…条 are printed so. */
    boolean canCountArticles() {
        return script == Script.DIGIT && (form == Form.SPACE || form == Form.DOT);
    }
}
