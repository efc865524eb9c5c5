package org.consentledger.command.platform;

import java.util.Locale;
import org.consentledger.texts.Texts;

/** Why the system said no, in the words of {@code problems_*.properties}. */
public final class ProblemTexts {
    private static final Texts TEXTS = new Texts(ProblemTexts.class, "problems");

    private ProblemTexts() {}

    static String title(CommandRejected rejected, Locale language) {
        return TEXTS.say(language, rejected.code() + ".title");
    }

    /** What is wrong this time, in one of the languages spoken; nothing in it names a person. */
    public static String detail(CommandRejected rejected, Locale language) {
        return TEXTS.say(language, textOf(rejected), spoken(language, rejected));
    }

    private static String textOf(CommandRejected rejected) {
        return switch (rejected) {
            case Malformed malformed -> "MALFORMED." + malformed.fault();
            case StateConflict conflict -> "STATE_CONFLICT." + conflict.why();
            default -> rejected.code() + ".detail";
        };
    }

    /** What is expected is a word of ours or stands for itself; everything else is said as it is. */
    private static Object[] spoken(Locale language, CommandRejected rejected) {
        Object[] arguments = rejected.arguments();
        for (int i = 0; i < arguments.length; i++) {
            String word = "expected." + arguments[i];
            arguments[i] = TEXTS.knows(language, word) ? TEXTS.say(language, word) : arguments[i].toString();
        }
        return arguments;
    }
}
