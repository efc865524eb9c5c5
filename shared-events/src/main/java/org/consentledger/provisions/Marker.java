package org.consentledger.provisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line begins. Offsets are of the text; a {@code content} of -1 says that nothing follows on the line. */
sealed interface Marker {
    int NOTHING = -1;

    /** @param title whether it reads like a title, were it the first line */
    record Text(boolean title) implements Marker {}

    record Elision() implements Marker {}

    /** A line that says no more than （caption）. */
    record Caption(String caption) implements Marker {}

    /** 以上 or 別表 on a line of its own: what follows belongs to nothing before it. */
    record Closing() implements Marker {}

    /** 第一章 総則. */
    record Heading(
            Level level,
            String number,
            String label,
            @Nullable String caption) implements Marker {}

    /** @param bareCaption the content, where it may be a caption without parentheses: the next line decides */
    record Article(
            String number,
            String label,
            @Nullable String caption,
            @Nullable String bareCaption,
            int content) implements Marker {

        /** What stands behind it begins a provision of its own. */
        Article withoutContent() {
            return new Article(number, label, caption, null, NOTHING);
        }
    }

    record Supplementary(String label, @Nullable String caption, int content) implements Marker {}

    /** @param readings all that the printed number may mean: (i) is a letter or a roman one */
    record Numbered(
            List<Reading> readings, String label, @Nullable String bareCaption, int content) implements Marker {}

    /** 1.1 and deeper. */
    record Decimal(List<Integer> parts, String label, int content) implements Marker {}

    record Reading(Style style, int number) {}

    enum Level {
        PART("part", Kind.CHAPTER),
        CHAPTER("chap", Kind.CHAPTER),
        SECTION("sec", Kind.SECTION),
        SUBSECTION("subsec", Kind.SECTION);

        final String segment;
        final Kind kind;

        Level(String segment, Kind kind) {
            this.segment = segment;
            this.kind = kind;
        }
    }
}
