package org.consentledger.texts;

import java.text.Format;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts for people, in Japanese and English; Japanese where the client wants neither. The files stand beside the class
 * that uses them, {@code <name>_ja.properties} and {@code <name>_en.properties}, with the same keys.
 */
public final class Texts {
    /** What we speak; the first is the default. */
    public static final List<Locale> SPOKEN = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Class<?> neighbour;
    private final String name;
    private final Map<Key, MessageFormat> messages = new ConcurrentHashMap<>();
    private final Map<Key, DateTimeFormatter> times = new ConcurrentHashMap<>();

    private record Key(Locale language, String key) {}

    public Texts(Class<?> neighbour, String name) {
        this.neighbour = neighbour;
        this.name = name;
    }

    /**
     * The spoken language that the client likes best.
     *
     * @param acceptLanguage header value (RFC 9110 §12.5.4); where it makes no sense it counts as not given
     */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return SPOKEN.getFirst();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? SPOKEN.getFirst() : found;
        } catch (IllegalArgumentException _) {
            return SPOKEN.getFirst();
        }
    }

    /** The text under that key, with the arguments in its places {@code {0}}, {@code {1}}. */
    public String say(Locale language, String key, Object... arguments) {
        // A parsed message is not for several threads at once.
        return ((Format) message(language, key).clone()).format(arguments);
    }

    private MessageFormat message(Locale language, String key) {
        return messages.computeIfAbsent(
                new Key(language, key), _ -> new MessageFormat(bundle(language).getString(key), language));
    }

    /** How days or times are written in that language: the text under that key is the pattern. */
    public DateTimeFormatter times(Locale language, String key) {
        return times.computeIfAbsent(
                new Key(language, key), _ -> DateTimeFormatter.ofPattern(say(language, key), language));
    }

    /** Whether there is a text under that key. */
    public boolean knows(Locale language, String key) {
        return bundle(language).containsKey(key);
    }

    /** Every key there is in that language. */
    public Set<String> keys(Locale language) {
        return bundle(language).keySet();
    }

    private ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                neighbour.getPackageName() + "." + name, language, neighbour.getClassLoader(), NO_FALLBACK);
    }
}
