package org.consentledger.query.terms;

import java.util.Locale;
import org.consentledger.answer.EditionName;
import org.consentledger.standing.Reason;
import org.consentledger.standing.TermsFact.Published;
import org.consentledger.texts.Texts;

/** Says whom an edition binds. */
final class EffectTexts {
    private static final Texts TEXTS = new Texts(EffectTexts.class, "effect");

    private EffectTexts() {}

    static String say(Reason reason, Locale language) {
        return switch (reason) {
            case Reason.AcceptanceNeeded needed -> say(reason, language, needed.edition());
            case Reason.BoundByNotice notice -> say(reason, language, notice.edition());
            case Reason.NoticeMissing missing -> say(reason, language, missing.edition());
            case Reason.EarlierChangeNotAccepted earlier -> say(reason, language, earlier.earlier());
            default -> throw new IllegalArgumentException("not about an edition: " + reason.code());
        };
    }

    private static String say(Reason reason, Locale language, Published edition) {
        return TEXTS.say(language, reason.code(), EditionName.of(language, edition.label(), edition.edition()));
    }
}
