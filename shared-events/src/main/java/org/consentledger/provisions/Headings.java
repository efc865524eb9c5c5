package org.consentledger.provisions;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.provisions.Marker.Level;
import org.jspecify.annotations.Nullable;

/** Recognises 第一章, 第6条 and 付則 at the head of a line, and no sentence that begins with such a word (第6条の規定により). */
final class Headings {
    static final int LONGEST_CAPTION = 100;
    private static final int LONGEST_BARE_CAPTION = 30;
    private static final String SEPARATORS = " :.-";
    private static final String CONTINUES_A_SENTENCE = "のにをはがとでも、。,及又第";

    private static final String NUMBER = "(?:[0-9]{1,9}|[〇零一二三四五六七八九十百千]{1,9})";
    private static final Pattern ARTICLE = Pattern.compile("第 ?(" + NUMBER + ") ?条((?:[のノ]" + NUMBER + ")*)");
    private static final Pattern RANGE =
            Pattern.compile(" ?(?:から ?" + ARTICLE.pattern() + " ?まで|及び ?" + ARTICLE.pattern() + ")");

    private Headings() {}

    static Optional<Marker> read(FoldedLine line) {
        return switch (line.at(0)) {
            case '第' -> counted(line);
            case '附', '付', '【', '[', '<' -> supplementary(line);
            case 'A', 'C', 'S' -> EnglishHeadings.read(line);
            default -> Optional.empty();
        };
    }

    private static Optional<Marker> counted(FoldedLine line) {
        int start = line.skipSpaces(1);
        int end = Numerals.endOfNumber(line.chars(), start);
        int value = Numerals.value(line.chars().subSequence(start, end));
        int unit = line.skipSpaces(end);
        if (value <= 0) {
            return Optional.empty();
        }
        return switch (line.at(unit)) {
            case '条' -> article(line, value, unit + 1);
            case '編' -> heading(line, Level.PART, value, unit + 1);
            case '章' -> heading(line, Level.CHAPTER, value, unit + 1);
            case '節' -> heading(line, Level.SECTION, value, unit + 1);
            case '款' -> heading(line, Level.SUBSECTION, value, unit + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Marker> heading(FoldedLine line, Level level, int value, int after) {
        var branched = branches(line, Integer.toString(value), after);
        int rest = line.skipSpaces(branched.end());
        if (rest == branched.end()
                && !line.endsAt(rest)
                && !Brackets.isOpening(line.at(rest))
                && line.at(rest) != ':') {
            return Optional.empty();
        }
        return Optional.of(new Marker.Heading(
                level, branched.number(), line.printed(0, branched.end()), captionOf(line, rest, LONGEST_CAPTION)));
    }

    private static Optional<Marker> article(FoldedLine line, int value, int after) {
        var branched = branches(line, Integer.toString(value), after);
        return afterLabel(line, branched.number(), endOfRange(line, branched.end()), LONGEST_BARE_CAPTION);
    }

    /** 第三条から第五条まで and 第三条及び第四条 are printed as one where all are deleted (削除). */
    private static int endOfRange(FoldedLine line, int end) {
        var range = RANGE.matcher(line.chars()).region(end, line.length());
        return range.lookingAt() ? range.end() : end;
    }

    /** The last article that such a label names. */
    static String lastNumber(String number, String label) {
        var last = number;
        var articles = ARTICLE.matcher(Folding.fold(label));
        while (articles.find()) {
            last = Numerals.branched(articles.group(1), articles.group(2));
        }
        return last;
    }

    /** What stands behind an article's number: a caption, a text, or nothing. */
    static Optional<Marker> afterLabel(FoldedLine line, String number, int end, int longestBare) {
        char next = line.at(end);
        if (!line.endsAt(end) && next != ' ' && next != ':' && next != '.' && !Brackets.isOpening(next)) {
            return Optional.empty();
        }
        int at = skipSeparators(line, end);
        String caption = null;
        if (Brackets.isOpening(line.at(at))) {
            int closing = Brackets.closing(line, at);
            if (closing > at
                    && !Elisions.isWord(
                            line.chars().subSequence(at + 1, closing).toString())) {
                if (at == end && continuesASentence(line.at(closing + 1))) {
                    return Optional.empty();
                }
                caption = line.printed(at + 1, closing);
                at = skipSeparators(line, closing + 1);
            }
        }
        boolean ends = line.endsAt(at);
        var bare = ends || caption != null ? null : captionOf(line, at, longestBare);
        return Optional.of(new Marker.Article(
                number, line.printed(0, end), caption, bare, ends ? Marker.NOTHING : line.offset(at)));
    }

    private static boolean continuesASentence(char c) {
        return c != 0 && CONTINUES_A_SENTENCE.indexOf(c) >= 0;
    }

    static int skipSeparators(FoldedLine line, int from) {
        int at = from;
        while (line.at(at) != 0 && SEPARATORS.indexOf(line.at(at)) >= 0) {
            at++;
        }
        return at;
    }

    private record Branched(String number, int end) {}

    private static Branched branches(FoldedLine line, String number, int after) {
        int no = line.skipSpaces(after);
        if (line.at(no) != 'の' && line.at(no) != 'ノ') {
            return new Branched(number, after);
        }
        int start = line.skipSpaces(no + 1);
        int end = Numerals.endOfNumber(line.chars(), start);
        int value = Numerals.value(line.chars().subSequence(start, end));
        return value <= 0 ? new Branched(number, after) : branches(line, number + "_" + value, end);
    }

    /** What stands from here to the end of the line, where it is short enough and no sentence. */
    static @Nullable String captionOf(FoldedLine line, int from, int longest) {
        int until = line.length();
        if (from >= until || until - from > longest || !line.endsAt(until)) {
            return null;
        }
        if (Brackets.isOpening(line.at(from)) && Brackets.closing(line, from) == until - 1) {
            return line.printed(from + 1, until - 1);
        }
        for (int i = from; i < until; i++) {
            char c = line.at(i);
            if (c == '。' || c == '、' || c == ';' || ((c == '.' || c == ',') && !Numerals.isDigit(line.at(i + 1)))) {
                return null;
            }
        }
        return line.printed(from, until);
    }

    private static Optional<Marker> supplementary(FoldedLine line) {
        int start = Brackets.isOpening(line.at(0)) ? line.skipSpaces(1) : 0;
        int then = line.skipSpaces(start + 1);
        if ((line.at(start) != '附' && line.at(start) != '付') || line.at(then) != '則') {
            return Optional.empty();
        }
        int end = then + 1;
        if (start > 0) {
            int closing = line.skipSpaces(end);
            if (!Brackets.match(line.at(0), line.at(closing))) {
                return Optional.empty();
            }
            end = closing + 1;
        }
        char next = line.at(end);
        if (!line.endsAt(end) && next != ' ' && next != ':' && !Brackets.isOpening(next)) {
            return Optional.empty();
        }
        int rest = skipSeparators(line, end);
        var caption = captionOf(line, rest, LONGEST_CAPTION);
        boolean nothing = caption != null || line.endsAt(rest);
        return Optional.of(
                new Marker.Supplementary(line.printed(0, end), caption, nothing ? Marker.NOTHING : line.offset(rest)));
    }
}
