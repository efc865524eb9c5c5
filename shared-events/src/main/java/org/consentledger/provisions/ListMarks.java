package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.provisions.Marker.Reading;
import org.consentledger.provisions.Style.Form;
import org.consentledger.provisions.Style.Script;

/** Recognises the number that a paragraph or an item begins with: 2, ２．, ②, (1), ⑴, 一, イ, (ア), (a), 1.1. */
final class ListMarks {
    private static final int MOST_DIGITS = 3;
    private static final int LONGEST_BARE_CAPTION = 60;
    private static final String CONTINUES_A_SENTENCE = "及又並若~、,・のをに";

    /** 3 か月以内に, 30 日間, 2 回まで: the number says how many, and a line that begins so goes on with a sentence. */
    private static final Pattern HOW_MANY = Pattern.compile("(?:[かカヶヵケ箇](?:月|年|所|国)"
            + "|(?:営業日|週間|日間|年間|時間|分間|秒間?|パーセント|%)(?=$|[はをがにでのとも、。(]|以|未満|まで|から|ごと|前|後|経過)"
            + "|(?:年|月|日|回|件|個|円|分)(?=以[内上下降後]|未満|を|に|から|まで|前|後|目|ごと|毎|経過)"
            + "|[名人](?=以[内上下]|未満|まで))");

    private ListMarks() {}

    static Optional<Marker> read(FoldedLine line) {
        char first = line.at(0);
        if (Numerals.circled(first) > 0) {
            return numbered(
                    line, List.of(new Reading(new Style(Script.CIRCLED, Form.SIGN), Numerals.circled(first))), 1);
        }
        if (first == '(') {
            return parenthesised(line);
        }
        int end = endOfCount(line, 0);
        if (end == 0) {
            return Optional.empty();
        }
        return switch (line.at(end)) {
            case ' ' ->
                saysHowMany(line, end)
                        ? Optional.empty()
                        : readingsAs(line, 0, end, Form.SPACE).flatMap(found -> numbered(line, found, end));
            case ')' -> readingsAs(line, 0, end, Form.CLOSED).flatMap(found -> numbered(line, found, end + 1));
            case '.' -> dotted(line, end);
            case '、' ->
                Numerals.endOfNumber(line.chars(), end + 1) > end + 1
                        ? Optional.empty()
                        : readingsAs(line, 0, end, Form.DOT).flatMap(found -> numbered(line, found, end + 1));
            default -> Optional.empty();
        };
    }

    private static boolean saysHowMany(FoldedLine line, int end) {
        int at = line.skipSpaces(end);
        return HOW_MANY.matcher(line.chars()).region(at, line.length()).lookingAt();
    }

    private static Optional<Marker> parenthesised(FoldedLine line) {
        int start = line.skipSpaces(1);
        int end = endOfCount(line, start);
        int closing = line.skipSpaces(end);
        char next = line.at(closing + 1);
        if (end == start || line.at(closing) != ')' || (next != 0 && CONTINUES_A_SENTENCE.indexOf(next) >= 0)) {
            return Optional.empty();
        }
        return readingsAs(line, start, end, Form.PARENTHESES).flatMap(found -> numbered(line, found, closing + 1));
    }

    private static Optional<Marker> dotted(FoldedLine line, int dot) {
        if (Numerals.isDigit(line.at(0)) && Numerals.isDigit(line.at(dot + 1))) {
            return decimal(line);
        }
        boolean letters = line.at(0) < 0x80 && !Numerals.isDigit(line.at(0));
        if (letters && line.at(dot + 1) != ' ' && !line.endsAt(dot + 1)) {
            return Optional.empty();
        }
        return readingsAs(line, 0, dot, Form.DOT).flatMap(found -> numbered(line, found, dot + 1));
    }

    private static Optional<Marker> decimal(FoldedLine line) {
        var parts = new ArrayList<Integer>();
        int at = 0;
        while (Numerals.isDigit(line.at(at))) {
            int end = Numerals.endOfNumber(line.chars(), at);
            if (end - at > MOST_DIGITS || line.at(at) == '0' || parts.size() == 4) {
                return Optional.empty();
            }
            parts.add(Numerals.value(line.chars().subSequence(at, end)));
            at = line.at(end) == '.' ? end + 1 : end;
        }
        boolean separate = line.at(at) == ' ' || line.endsAt(at);
        int end = line.at(at - 1) == '.' ? at - 1 : at;
        return separate && parts.size() > 1
                ? Optional.of(new Marker.Decimal(List.copyOf(parts), line.printed(0, end), content(line, at)))
                : Optional.empty();
    }

    private static Optional<Marker> numbered(FoldedLine line, List<Reading> readings, int end) {
        int at = line.skipSpaces(end);
        return Optional.of(new Marker.Numbered(
                readings,
                line.printed(0, end),
                Headings.captionOf(line, at, LONGEST_BARE_CAPTION),
                content(line, end)));
    }

    private static int content(FoldedLine line, int from) {
        int at = line.skipSpaces(from);
        return line.endsAt(at) ? Marker.NOTHING : line.offset(at);
    }

    private static int endOfCount(FoldedLine line, int from) {
        int end = Numerals.endOfNumber(line.chars(), from);
        if (end > from) {
            return end;
        }
        if (Numerals.iroha(line.at(from)) > 0 || Numerals.aiueo(line.at(from)) > 0) {
            return from + 1;
        }
        while (isLetter(line.at(end)) && end - from < 5) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<List<Reading>> readingsAs(FoldedLine line, int from, int to, Form form) {
        if (form == Form.SPACE && line.endsAt(line.skipSpaces(to))) {
            return Optional.empty();
        }
        var found = readings(line.chars().subSequence(from, to).toString(), form);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** All that a printed count may mean, the likelier first. */
    static List<Reading> readings(String count, Form form) {
        var found = new ArrayList<Reading>();
        char first = count.charAt(0);
        int value = Numerals.value(count);
        if (Numerals.isDigit(first)) {
            add(found, Script.DIGIT, form, first == '0' || count.length() > MOST_DIGITS ? 0 : value);
        } else if (Numerals.isKanji(first)) {
            add(found, Script.KANJI, form, value);
        } else if (!isLetter(first)) {
            add(found, Script.IROHA, form, Numerals.iroha(first));
            add(found, Script.AIUEO, form, Numerals.aiueo(first));
        } else if (form != Form.SPACE) {
            letters(found, count, form);
        }
        return List.copyOf(found);
    }

    private static void letters(List<Reading> found, String count, Form form) {
        boolean upper = count.chars().allMatch(c -> c <= 'Z');
        var lower = count.toLowerCase(Locale.ROOT);
        if (!upper && !count.equals(lower)) {
            return;
        }
        if (count.length() == 1) {
            add(found, upper ? Script.UPPER : Script.LOWER, form, lower.charAt(0) - 'a' + 1);
        }
        add(found, upper ? Script.UPPER_ROMAN : Script.LOWER_ROMAN, form, Numerals.roman(lower));
    }

    private static void add(List<Reading> found, Script script, Form form, int number) {
        if (number > 0) {
            found.add(new Reading(new Style(script, form), number));
        }
    }
}
