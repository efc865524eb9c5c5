package org.consentledger.command.drafting;

import java.util.Locale;
import java.util.Optional;

/** Numbers as lists print them (ISO/IEC 29500-1 §17.18.59, ST_NumberFormat). */
final class ListNumber {
    private static final String AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private static final String HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private static final String IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL_DIGITS = "零壱弐参四伍六七八九";
    private static final String UNITS = " 十百千";
    private static final String LEGAL_UNITS = " 拾百阡";
    private static final int FEWEST_THAT_KANJI_COUNT = 10_000;

    private ListNumber() {}

    /** Nothing where the format is not known here. */
    static Optional<String> printed(String format, int number) {
        return Optional.ofNullable(
                switch (format) {
                    case "decimal", "decimalHalfWidth" -> Integer.toString(number);
                    case "decimalZero" -> String.format(Locale.ROOT, "%02d", number);
                    case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
                    case "decimalEnclosedCircle" -> circled(number);
                    case "decimalEnclosedParen" -> in(number, 20, 0x2474, "(" + number + ")");
                    case "decimalEnclosedFullstop" -> in(number, 20, 0x2488, number + ".");
                    case "upperLetter" -> letters(number);
                    case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
                    case "upperRoman" -> roman(number);
                    case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
                    case "aiueoFullWidth" -> nth(AIUEO, number);
                    case "aiueo" -> nth(HALF_AIUEO, number);
                    case "irohaFullWidth", "iroha" -> nth(IROHA, number);
                    case "ideographTraditional" -> nth(STEMS, number);
                    case "japaneseCounting", "japaneseDigitalTenThousand", "chineseCounting", "ideographDigital" ->
                        format.equals("ideographDigital") ? digits(number) : kanji(number, DIGITS, UNITS);
                    case "japaneseLegal" -> kanji(number, LEGAL_DIGITS, LEGAL_UNITS);
                    case "bullet" -> "・";
                    case "none" -> "";
                    default -> null;
                });
    }

    private static String fullWidth(int number) {
        return Integer.toString(number)
                .chars()
                .map(digit -> digit - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String circled(int number) {
        if (number > 20 && number <= 35) {
            return Character.toString(0x3251 + number - 21);
        }
        return number > 35 && number <= 50
                ? Character.toString(0x32B1 + number - 36)
                : in(number, 20, 0x2460, "(" + number + ")");
    }

    private static String in(int number, int most, int first, String otherwise) {
        return number >= 1 && number <= most ? Character.toString(first + number - 1) : otherwise;
    }

    /** A to Z, then AA, BB and so on. */
    private static String letters(int number) {
        int place = Math.max(0, number - 1);
        return Character.toString('A' + place % 26).repeat(Math.min(place / 26 + 1, 20));
    }

    private static String roman(int number) {
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var roman = new StringBuilder();
        int left = Math.min(number, 9_999);
        for (int i = 0; i < values.length; i++) {
            roman.append(signs[i].repeat(left / values[i]));
            left %= values[i];
        }
        return roman.toString();
    }

    private static String nth(String order, int number) {
        return number >= 1 ? Character.toString(order.charAt((number - 1) % order.length())) : Integer.toString(number);
    }

    private static String digits(int number) {
        return Integer.toString(number)
                .chars()
                .map(digit -> DIGITS.charAt(digit - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String kanji(int number, String digits, String units) {
        if (number < 1 || number >= FEWEST_THAT_KANJI_COUNT) {
            return digits(number);
        }
        var kanji = new StringBuilder();
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit > 1 || (digit == 1 && (place == 0 || digits.equals(LEGAL_DIGITS)))) {
                kanji.append(digits.charAt(digit));
            }
            if (digit > 0 && place > 0) {
                kanji.append(units.charAt(place));
            }
        }
        return kanji.toString();
    }
}
