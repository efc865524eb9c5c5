package org.consentledger.provisions;

import java.util.List;
import org.consentledger.provisions.Scanner.Entry;
import org.jspecify.annotations.Nullable;

/** What follows a line, where that decides what the line is. */
final class Following {
    private final List<Entry> entries;
    private final int[] afterElisions;

    Following(List<Entry> entries) {
        this.entries = entries;
        afterElisions = new int[entries.size()];
        for (int i = entries.size() - 2; i >= 0; i--) {
            afterElisions[i] = entries.get(i + 1).marker() instanceof Marker.Elision ? afterElisions[i + 1] : i + 1;
        }
        if (!entries.isEmpty()) {
            afterElisions[entries.size() - 1] = entries.size();
        }
    }

    private @Nullable Marker next(int index) {
        return index + 1 < entries.size() ? entries.get(index + 1).marker() : null;
    }

    /** Whether an article begins right after this line. */
    boolean isArticle(int index) {
        return next(index) instanceof Marker.Article;
    }

    /** Whether a line follows that may begin a paragraph. */
    boolean isParagraph(int index) {
        return next(index) instanceof Marker.Numbered numbered
                && numbered.readings().getFirst().style().canCountParagraphs();
    }

    /** Whether text or a first paragraph follows, so that words beside an article's number may be its caption. */
    boolean isBody(int index) {
        var next = next(index);
        if (next instanceof Marker.Numbered numbered) {
            return isFirst(numbered);
        }
        return (next instanceof Marker.Text && !entries.get(index + 1).afterBlank())
                || (next instanceof Marker.Decimal decimal && decimal.parts().getLast() == 1);
    }

    /** Whether it may be the number of a first paragraph. */
    static boolean isFirst(Marker.Numbered numbered) {
        var first = numbered.readings().getFirst();
        return first.number() == 1 && first.style().canCountParagraphs();
    }

    /** The line after this one and after further elisions, a caption standing for its article; null at the end. */
    @Nullable
    Entry after(int index) {
        int next = afterElisions[index];
        if (next >= entries.size()) {
            return null;
        }
        boolean captioned = entries.get(next).marker() instanceof Marker.Caption && isArticle(next);
        return entries.get(captioned ? next + 1 : next);
    }
}
