package org.consentledger.provisions;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts warnings on a text into words, Japanese and English. */
public final class WarningTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private WarningTexts() {}

    /**
     * A warning in words.
     *
     * @param language Japanese or English
     */
    public static String of(Warning warning, Locale language) {
        var arguments = warning.arguments();
        var said = switch (warning.code()) {
            case NUMBER_DOES_NOT_FOLLOW -> {
                boolean first = arguments.getLast().isEmpty();
                yield say(
                        language,
                        first ? "NUMBER_DOES_NOT_FOLLOW.first" : "NUMBER_DOES_NOT_FOLLOW",
                        arguments.stream()
                                .map(number -> PrintedPath.number(number, language))
                                .toArray());
            }
            case NUMBER_TWICE -> say(language, "NUMBER_TWICE", PrintedPath.number(arguments.getFirst(), language));
            case NEAR_DUPLICATE -> say(language, "NEAR_DUPLICATE", PrintedPath.of(arguments.getFirst(), language));
            case INVISIBLE_CHARACTERS -> say(language, "INVISIBLE_CHARACTERS", String.join(", ", arguments));
            case EMPTY_ARTICLE, EFFECTIVE_DATE_DIFFERS, EDITION_NUMBER_DIFFERS, MORE_OF_THESE ->
                say(language, warning.code().name(), arguments.toArray());
        };
        return say(language, "at", PrintedPath.of(warning.path(), language), said);
    }

    private static String say(Locale language, String key, Object... arguments) {
        return new MessageFormat(bundle(language).getString(key), language).format(arguments);
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.consentledger.provisions.warnings", language, WarningTexts.class.getClassLoader(), NO_FALLBACK);
    }
}
