package org.consentledger.provisions;

/** What a part of a text is. */
public enum Kind {
    /** The first line, where it reads like a title. */
    TITLE,
    /** A heading 編 or 章; the articles under it are its children. */
    CHAPTER,
    /** A heading 節 or 款. */
    SECTION,
    /** An article (条): its caption and label; what it says is in its paragraphs. */
    ARTICLE,
    /** A paragraph (項) with the unnumbered lines that follow it. */
    PARAGRAPH,
    /** An item (号). */
    ITEM,
    /** Anything counted below an item. */
    SUBITEM,
    /** The heading of a supplementary provision (付則・附則). */
    SUPPLEMENTARY,
    /** Lines that belong to no provision, such as a preamble. */
    TEXT,
    /** (略): there is text here that is not shown; it never says that there is none. */
    ELISION
}
