package org.consentledger.provisions;

import java.util.Optional;
import java.util.regex.Pattern;

/** The edition that a title names: 第十三版, 第13版, 13th edition, Edition 13. */
final class EditionInTitle {
    private static final Pattern JAPANESE = Pattern.compile("第 ?([0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,7}) ?版");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(?:([0-9]{1,4})(?:st|nd|rd|th) edition|edition ([0-9]{1,4}))\\b");

    private EditionInTitle() {}

    static Optional<Integer> read(String foldedTitle) {
        var japanese = JAPANESE.matcher(foldedTitle);
        if (japanese.find()) {
            return Optional.of(Numerals.value(japanese.group(1)));
        }
        var english = ENGLISH.matcher(foldedTitle);
        if (!english.find()) {
            return Optional.empty();
        }
        return Optional.of(Numerals.value(english.group(1) != null ? english.group(1) : english.group(2)));
    }
}
