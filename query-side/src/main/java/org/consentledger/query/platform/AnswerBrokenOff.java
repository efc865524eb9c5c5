package org.consentledger.query.platform;

/**
 * A part of the answer is under way already and the rest cannot follow. Nothing is said any more: the connection breaks off,
 * so that nobody takes the part for the whole.
 */
public final class AnswerBrokenOff extends RuntimeException {
    /** Breaks off for that reason. */
    public AnswerBrokenOff(Throwable cause) {
        super("an answer broke off", cause);
    }
}
