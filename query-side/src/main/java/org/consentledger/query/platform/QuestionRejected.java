package org.consentledger.query.platform;

import java.util.Arrays;

/** The system rejects a question: it has no answer, or none yet. */
public class QuestionRejected extends RuntimeException {
    private final Code code;
    private final transient Object[] arguments;

    /**
     * Rejects for that reason.
     *
     * @param arguments what the code's text names, in its order; never anything that could name a person
     */
    public QuestionRejected(Code code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments), null, false, false);
        this.code = code;
        this.arguments = arguments.clone();
    }

    public Code code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
