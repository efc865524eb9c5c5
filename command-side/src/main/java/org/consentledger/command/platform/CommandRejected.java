package org.consentledger.command.platform;

import java.util.Arrays;

/**
 * The system rejects a command: a rule forbids it, and nothing was recorded. (A person refuses; that is a fact, not an
 * error.)
 */
public class CommandRejected extends RuntimeException {
    private final Code code;
    private final transient Object[] arguments;

    /**
     * Rejects for that reason.
     *
     * @param arguments what the code's text names, in its order; never anything that could name a person
     */
    public CommandRejected(Code code, Object... arguments) {
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
