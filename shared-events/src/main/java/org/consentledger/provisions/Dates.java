package org.consentledger.provisions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Effective dates as supplementary provisions print them, in folded text. */
final class Dates {
    private static final String NUMBER = "[0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,7}|元";
    private static final String DAY =
            "(昭和|平成|令和)? ?(" + NUMBER + ") ?(?:年|[/.-]) ?(" + NUMBER + ") ?(?:月|[/.-]) ?(" + NUMBER + ") ?日?";
    private static final List<Pattern> EFFECTIVE = List.of(
            Pattern.compile(DAY + " ?(?:から|より|をもって|以降|に)[^。\\n]{0,20}?(?:実施|施行|適用|発効|効力)"),
            Pattern.compile("(?:実施|施行|適用|発効)(?:期)?日 ?[:は]? ?" + DAY),
            Pattern.compile("(?i)()effective[a-z ]{0,20}([0-9]{4})-([0-9]{2})-([0-9]{2})"));

    private Dates() {}

    /** The first date from which the text says that it is in force. */
    static Optional<LocalDate> effective(String folded) {
        for (var pattern : EFFECTIVE) {
            var date = pattern.matcher(folded)
                    .results()
                    .flatMap(found -> date(found).stream())
                    .findFirst();
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(MatchResult found) {
        try {
            return Optional.of(LocalDate.of(
                    firstYear(found.group(1)) + value(found.group(2)), value(found.group(3)), value(found.group(4))));
        } catch (DateTimeException e) {
            // 2020年2月30日 is printed now and then: no day, so nothing to compare.
            return Optional.empty();
        }
    }

    /** The year before the era's first (元年). */
    private static int firstYear(@Nullable String era) {
        return switch (era) {
            case "昭和" -> 1925;
            case "平成" -> 1988;
            case "令和" -> 2018;
            case null, default -> 0;
        };
    }

    private static int value(String number) {
        return number.equals("元") ? 1 : Numerals.value(number);
    }
}
