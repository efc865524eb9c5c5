package org.consentledger.command.drafting;

/** What a document has that a plain text has not; each has its words in {@code drafting_*.properties}. */
enum LeftOut {
    /** Its text is taken as if all tracked changes were accepted. */
    TRACKED_CHANGES_ACCEPTED,
    FOOTNOTES_LEFT_OUT,
    /** Also drawings, text boxes and embedded objects, whatever is written in them. */
    PICTURES_LEFT_OUT,
    HIDDEN_TEXT_LEFT_OUT,
    /** Each row became a line, its cells apart by tabs. */
    TABLES_FLATTENED,
    /** A list is numbered in a way that is not known here; its numbers are in plain digits. */
    NUMBER_FORMAT_UNKNOWN,
    /** The numbers of a list do not follow each other; they are as its author wrote them, not as Markdown is printed. */
    NUMBERS_AS_WRITTEN,
    LINK_ADDRESSES_LEFT_OUT,
    HTML_LEFT_OUT,
    /** Control characters, which no text of an edition may hold. */
    CONTROL_CHARACTERS_LEFT_OUT
}
