package org.consentledger.command.platform;

/** A request is not of the form that the contract gives it; code {@code MALFORMED}. */
public final class Malformed extends CommandRejected {
    private final String pointer;
    private final Fault fault;

    /** What is wrong with the form; each has its text in {@code problems_*.properties}. */
    public enum Fault {
        /** The body is no JSON text (RFC 8259) in UTF-8. */
        NOT_JSON,
        /** The body ended before its end, or its frame broke. */
        NOT_WHOLE,
        /** The query is no percent-encoded UTF-8. */
        NOT_UTF_8,
        /** A part of a path that begins with a semicolon and that servers pass over. */
        PATH_PARAMETER,
        UNKNOWN_PARAMETER,
        DUPLICATE_MEMBER,
        UNKNOWN_MEMBER,
        MISSING,
        BLANK,
        /** Argument: what is expected instead. */
        WRONG_VALUE,
        CONTROL_CHARACTER,
        LONE_SURROGATE,
        TOO_DEEP,
        /** Arguments: least and greatest length. */
        WRONG_LENGTH,
        NOT_A_MAIL_ADDRESS,
        REASON_MISSING,
        AUTHORITY_MISSING,
        REGIME_CONTRADICTS_DAY,
        PURPOSE_TWICE,
        MATCH_TWICE,
        ENDS_BEFORE_IT_BEGINS,
        NO_DECISIONS_HERE,
        /** What a page showed is told by a presentation or by terms, edition and digest, not both. */
        SHOWN_TWICE,
        /** Argument: the name of the header. */
        HEADER_MISSING,
        HEADER_WRONG,
        /** A row of an import is no record of RFC 4180 in UTF-8. */
        NOT_CSV,
        /** Arguments: number of columns, number of fields. */
        FIELDS_MISCOUNTED,
        /** Arguments: which column it is, from 1; the names that there are. */
        COLUMN_UNKNOWN,
        /** Argument: the name of the column. */
        COLUMN_TWICE,
        COLUMN_MISSING
    }

    /**
     * Rejects one place of the request.
     *
     * @param pointer to the place in the body (RFC 6901); elsewhere {@code header:<name>}, {@code query:<name>}, {@code
     *     line:<number>} or {@code path:<name>}, {@code path} for the path as a whole
     */
    public Malformed(String pointer, Fault fault, Object... arguments) {
        super(Code.MALFORMED, arguments);
        this.pointer = pointer;
        this.fault = fault;
    }

    public String pointer() {
        return pointer;
    }

    public Fault fault() {
        return fault;
    }
}
