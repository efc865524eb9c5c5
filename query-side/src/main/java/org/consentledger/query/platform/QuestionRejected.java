package org.consentledger.query.platform;

import java.util.Arrays;
import java.util.Locale;

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

    /** Why, in the words of a language. */
    public String told(Locale language) {
        return Problems.TEXTS.say(language, textKey(), arguments);
    }

    String textKey() {
        return code + ".detail";
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
