package org.consentledger.query.platform;

/** A question is not of the form that the contract gives it; code {@code MALFORMED}. */
public final class Malformed extends QuestionRejected {
    private static final String QUERY = "query:";

    private final String pointer;
    private final Fault fault;

    /** What is wrong with the form; each has its text in {@code problems_*.properties}. */
    public enum Fault {
        MISSING,
        UNKNOWN_PARAMETER,
        GIVEN_TWICE,
        /** Argument: the name of the other parameter. */
        NOT_TOGETHER_WITH,
        /** Argument: the other parameter with its value. */
        ONLY_TOGETHER_WITH,
        NOT_A_TIME,
        NOT_A_DAY,
        NOT_A_NUMBER,
        /** Argument: the pattern. */
        NOT_AN_IDENTIFIER,
        NOT_A_MAIL_ADDRESS,
        /** Arguments: least and greatest value. */
        OUT_OF_RANGE,
        /** Argument: the values that there are. */
        NOT_ONE_OF,
        /** A cursor is taken from an answer, never made up. */
        NOT_A_CURSOR,
        NOT_A_TILE,
        /** A path parameter ({@code ;name=value}) would be dropped, and the answer be about something else. */
        PATH_PARAMETER,
        NOT_UTF_8,
        /** The body ended before its end, or its frame broke. */
        NOT_WHOLE,
        /** The body is no JSON object. */
        NOT_AN_OBJECT,
        /** Argument: how many items there may be. */
        NOT_A_LIST,
        /** A member of the body is no string. */
        NOT_A_TEXT,
        /** Argument: how many characters there may be. */
        TOO_LONG,
        NOT_ONE_LINE
    }

    /**
     * Rejects one part of the question.
     *
     * @param pointer {@code query:<name>}, {@code path:<name>} or {@code header:<name>}; into a body a JSON pointer
     */
    public Malformed(String pointer, Fault fault, Object... arguments) {
        super(Code.MALFORMED, arguments);
        this.pointer = pointer;
        this.fault = fault;
    }

    /** The same said of a member of the body, where it was said of a parameter of the same name. */
    Malformed inBody(String object) {
        return pointer.startsWith(QUERY)
                ? new Malformed(object + "/" + pointer.substring(QUERY.length()), fault, arguments())
                : this;
    }

    @Override
    String textKey() {
        return code() + "." + fault;
    }

    public String pointer() {
        return pointer;
    }

    public Fault fault() {
        return fault;
    }
}
