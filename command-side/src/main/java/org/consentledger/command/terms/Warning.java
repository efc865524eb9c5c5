package org.consentledger.command.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the publisher probably did not intend; it hinders nothing.
 *
 * @param path JSON pointer into the draft; {@code null} where the edition as a whole is meant
 * @param arguments what the text names, in its order
 */
record Warning(Code code, @Nullable String path, List<Object> arguments) {

    /** What is odd; each has its text in {@code warnings_*.properties}. */
    enum Code {
        PUBLISHED_AFTER_EFFECTIVE_DATE,
        GAP_IN_NUMBERS,
        FIRST_EDITION_NOT_INITIAL,
        INITIAL_NOT_FIRST,
        OUT_OF_ORDER,
        SAME_TEXT,
        PROVISION_NOT_FOUND,
        PROVISION_ELSEWHERE,
        PROVISION_GONE,
        MATCH_NOT_FOUND,
        MATCH_WAS_NOT_FOUND,
        NOTICE_IS_NOT_CONSENT,
        NO_NOTICE_BEFORE_EFFECTIVE_DATE,
        EARLIER_CHANGE_NOT_ACCEPTED
    }

    /** A provision that a text names in the reader's language. */
    record Place(String path) {}

    static Warning of(Code code, Object... arguments) {
        return new Warning(code, null, List.of(arguments));
    }

    static Warning at(String path, Code code, Object... arguments) {
        return new Warning(code, path, List.of(arguments));
    }
}
