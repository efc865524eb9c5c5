package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.provisions.Marker.Level;

/**
 * Recognises Article 5. Fees, ARTICLE IV - USE and Section 2.1 Fees at the head of a line, and no sentence that begins with
 * such a word (Section 2.1 applies).
 */
final class EnglishHeadings {
    private static final int LONGEST_CAPTION = 60;
    private static final Pattern HEADING =
            Pattern.compile("(?:(?<chapter>C(?:hapter|HAPTER))|A(?:rticle|RTICLE)|S(?:ection|ECTION)|C(?:lause|LAUSE)) "
                    + "(?<number>[0-9]{1,9}|[IVX]{1,7})(?<parts>(?:\\.[0-9]{1,3}){1,3})?(?![0-9A-Za-z(])");

    private EnglishHeadings() {}

    static Optional<Marker> read(FoldedLine line) {
        var heading = HEADING.matcher(line.chars());
        if (!heading.lookingAt()) {
            return Optional.empty();
        }
        int number = number(heading.group("number"));
        int end = heading.end();
        if (number <= 0 || !isHeading(line, end)) {
            return Optional.empty();
        }
        if (heading.group("parts") != null) {
            return Optional.of(decimal(line, heading, number));
        }
        if (heading.group("chapter") == null) {
            return Headings.afterLabel(line, Integer.toString(number), end, LONGEST_CAPTION);
        }
        var caption = Headings.captionOf(line, Headings.skipSeparators(line, end), Headings.LONGEST_CAPTION);
        return Optional.of(new Marker.Heading(Level.CHAPTER, Integer.toString(number), line.printed(0, end), caption));
    }

    private static int number(String printed) {
        return Numerals.isDigit(printed.charAt(0))
                ? Numerals.value(printed)
                : Numerals.roman(printed.toLowerCase(Locale.ROOT));
    }

    /** A sentence goes on in small letters. */
    private static boolean isHeading(FoldedLine line, int end) {
        char next = line.at(line.skipSpaces(end));
        return line.endsAt(end) || ".:(-\"".indexOf(next) >= 0 || (next >= 'A' && next <= 'Z');
    }

    /** 2.1 is a paragraph of article 2, as it is without the word. */
    private static Marker decimal(FoldedLine line, Matcher heading, int number) {
        var parts = new ArrayList<>(List.of(number));
        for (var part : heading.group("parts").substring(1).split("\\.", -1)) {
            parts.add(Integer.valueOf(part));
        }
        int content = Headings.skipSeparators(line, heading.end());
        return new Marker.Decimal(
                List.copyOf(parts),
                line.printed(0, heading.end()),
                line.endsAt(content) ? Marker.NOTHING : line.offset(content));
    }
}
