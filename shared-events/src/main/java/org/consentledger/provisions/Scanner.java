package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through the lines of a text once and says what each begins. Lines that begin nothing are one entry a run. */
final class Scanner {
    /** @param afterBlank whether a blank line stands before it */
    record Entry(Marker marker, int from, boolean afterBlank) {}

    private static final int LONGEST_TITLE = 150;

    /** 以上, and the heading of what is attached to the terms: 別表第1（第3条関係）, 別紙 料金表. */
    private static final Pattern CLOSING =
            Pattern.compile("以上|別[表紙添](?: ?第?[0-9一二三四五六七八九十]{1,3})?(?:[ (][^。、]{0,40})?");

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private boolean afterBlank;
    private boolean inText;

    private Scanner(String text) {
        this.text = text;
    }

    static List<Entry> scan(String text) {
        var scanner = new Scanner(text);
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && !endsLine(text.charAt(end))) {
                end++;
            }
            int until = Math.min(text.length(), end + 1);
            if (until < text.length() && text.charAt(end) == '\r' && text.charAt(until) == '\n') {
                until++;
            }
            scanner.line(from, end);
            from = until;
        }
        return scanner.entries;
    }

    private static boolean endsLine(char c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private void line(int from, int end) {
        var line = FoldedLine.of(text, from, end);
        if (line.endsAt(0)) {
            afterBlank = true;
            inText = false;
            return;
        }
        var marker = read(line);
        boolean isText = marker instanceof Marker.Text;
        if (marker instanceof Marker.Article article && article.content() != Marker.NOTHING) {
            article(article, from, end);
        } else if (!isText || !inText) {
            entries.add(new Entry(marker, from, afterBlank));
        }
        // A title is the first line alone, so the run of text behind it begins anew.
        inText = isText && entries.size() > 1;
        afterBlank = false;
    }

    /** Its first paragraph is seldom numbered; where it is, on the same line, it begins there. */
    private void article(Marker.Article article, int from, int end) {
        var first = ListMarks.read(FoldedLine.of(text, article.content(), end));
        if (first.isPresent() && first.get() instanceof Marker.Numbered numbered && Following.isFirst(numbered)) {
            entries.add(new Entry(article.withoutContent(), from, afterBlank));
            entries.add(new Entry(numbered, article.content(), false));
        } else {
            entries.add(new Entry(article, from, afterBlank));
        }
    }

    private static Marker read(FoldedLine line) {
        if (Elisions.isElision(line)) {
            return new Marker.Elision();
        }
        return Headings.read(line).or(() -> ListMarks.read(line)).orElseGet(() -> plain(line));
    }

    private static Marker plain(FoldedLine line) {
        if (CLOSING.matcher(line.chars()).matches()) {
            return new Marker.Closing();
        }
        var caption = caption(line);
        if (caption != null) {
            return new Marker.Caption(caption);
        }
        char last = line.at(line.length() - 1);
        return new Marker.Text(line.endsAt(line.length()) && line.length() <= LONGEST_TITLE && last != '。');
    }

    private static @Nullable String caption(FoldedLine line) {
        boolean bracketed = Brackets.isOpening(line.at(0))
                && line.endsAt(line.length())
                && Brackets.closing(line, 0) == line.length() - 1
                && line.length() > 2;
        return bracketed ? line.printed(1, line.length() - 1) : null;
    }
}
