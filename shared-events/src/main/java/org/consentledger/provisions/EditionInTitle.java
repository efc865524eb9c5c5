package org.consentledger.provisions;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The edition that a title names: 第十三版, 第13版, 13th edition, Edition 13. */
public final class EditionInTitle {
    private static final Pattern JAPANESE = Pattern.compile("第 ?([0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,7}) ?版");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(?:([0-9]{1,4})(?:st|nd|rd|th) edition|edition ([0-9]{1,4}))\\b");

    private EditionInTitle() {}

    static Optional<Integer> read(String foldedTitle) {
        return read(foldedTitle, Locale.JAPANESE).or(() -> read(foldedTitle, Locale.ENGLISH));
    }

    /**
     * The number of the edition, where the title names it as that language does.
     *
     * @param foldedTitle see {@link Folding}
     */
    public static Optional<Integer> read(String foldedTitle, Locale language) {
        var title = (language.equals(Locale.JAPANESE) ? JAPANESE : ENGLISH).matcher(foldedTitle);
        if (!title.find()) {
            return Optional.empty();
        }
        return Optional.of(Numerals.value(title.group(1) != null ? title.group(1) : title.group(2)));
    }
}
