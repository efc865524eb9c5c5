package org.consentledger.command.imports;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.ProblemTexts;
import org.consentledger.texts.Texts;

/**
 * Says why a row was rejected.
 *
 * @param places how the file's format names what a JSON pointer names
 */
record RejectTexts(Locale language, UnaryOperator<String> places) {
    private static final Texts TEXTS = new Texts(RejectTexts.class, "imports");

    Reject reject(Place place, CommandRejected reason) {
        return new Reject(place.line(), reason.code(), message(reason));
    }

    private String message(CommandRejected reason) {
        if (reason.code() == Code.IDEMPOTENCY_KEY_REUSED) {
            return TEXTS.say(language, "REFERENCE_REUSED");
        }
        String text = ProblemTexts.detail(reason, language);
        return reason instanceof Malformed malformed && !malformed.pointer().isEmpty()
                ? places.apply(malformed.pointer()) + ": " + text
                : text;
    }
}
