package org.consentledger.provisions;

/** Numbers as terms print them, read from folded text. */
final class Numerals {
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final String IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private static final String AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private static final int LONGEST = 9;

    private Numerals() {}

    static boolean isKanji(char c) {
        return KANJI_DIGITS.indexOf(c) >= 0 || unit(c) > 0 || c == '零';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the run of digits or of kanji numerals at this index ends; the index itself where there is none. */
    static int endOfNumber(CharSequence s, int from) {
        int end = from;
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        if (end > from) {
            return end;
        }
        while (end < s.length() && isKanji(s.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The value of a run of digits or kanji numerals (二十一 and 二一 alike); -1 where it is none, or too long for one. */
    static int value(CharSequence run) {
        if (run.isEmpty() || run.length() > LONGEST) {
            return -1;
        }
        return isDigit(run.charAt(0)) ? Integer.parseInt(run.toString()) : kanji(run);
    }

    private static int kanji(CharSequence run) {
        int total = 0;
        int digits = 0;
        boolean open = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            int unit = unit(c);
            if (unit > 0) {
                total += (open ? digits : 1) * unit;
                digits = 0;
                open = false;
            } else {
                digits = digits * 10 + (c == '零' ? 0 : KANJI_DIGITS.indexOf(c));
                open = true;
            }
        }
        return total + digits;
    }

    /** 六 and の二 are 6_2. */
    static String branched(String number, String branches) {
        var branched = new StringBuilder(Integer.toString(value(number)));
        for (var branch : branches.split("[のノ]", -1)) {
            if (!branch.isEmpty()) {
                branched.append('_').append(value(branch));
            }
        }
        return branched.toString();
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }

    /** The place of a katakana in イロハ order, from 1; 0 where it has none. */
    static int iroha(char c) {
        return IROHA.indexOf(c) + 1;
    }

    /** The place of a katakana in アイウ order, from 1; 0 where it has none. */
    static int aiueo(char c) {
        return AIUEO.indexOf(c) + 1;
    }

    /** A lower-case roman numeral below 40; 0 where it is none. */
    static int roman(String s) {
        int tens = 0;
        while (tens < s.length() && tens < 3 && s.charAt(tens) == 'x') {
            tens++;
        }
        int ones = switch (s.substring(tens)) {
            case "" -> 0;
            case "i" -> 1;
            case "ii" -> 2;
            case "iii" -> 3;
            case "iv" -> 4;
            case "v" -> 5;
            case "vi" -> 6;
            case "vii" -> 7;
            case "viii" -> 8;
            case "ix" -> 9;
            default -> -1;
        };
        return ones < 0 ? 0 : tens * 10 + ones;
    }

    /** The value of ① and its like; 0 where the character is none. */
    static int circled(char c) {
        if (c >= '①' && c <= '⑳') {
            return c - '①' + 1;
        }
        if (c >= '㉑' && c <= '㉟') {
            return c - '㉑' + 21;
        }
        if (c >= '㊱' && c <= '㊿') {
            return c - '㊱' + 36;
        }
        if (c >= '❶' && c <= '❿') {
            return c - '❶' + 1;
        }
        return 0;
    }
}
