package org.consentledger.answer;

import java.util.Locale;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.provisions.EditionInTitle;
import org.consentledger.provisions.Folding;
import org.consentledger.texts.Texts;

/** What an edition is called: by the label that its author gave it, and by its number where the label does not say that. */
public final class EditionName {
    private static final Texts TEXTS = new Texts(Because.class, "because");

    private EditionName() {}

    /** The name in one language: 第十三版 in Japanese is 第十三版 (edition 13) in English. */
    public static String of(Locale language, String label, EditionNumber number) {
        var said = EditionInTitle.read(Folding.fold(label), language);
        return said.equals(Optional.of(number.value()))
                ? label
                : TEXTS.say(language, "edition", label, number.toString());
    }
}
