package org.consentledger.provisions;

import java.util.List;
import org.consentledger.provisions.Marker.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a numbered line is. What follows in number wins; a 1 opens a list; what fits nowhere is kept where its style
 * is counted, to be reported: nothing is renumbered.
 */
record Places(
        boolean articlesAreLabelled,
        boolean inArticle,
        @Nullable Style articleStyle,
        @Nullable String articleNumber) {

    sealed interface Place {}

    record AsArticle(Reading reading) implements Place {}

    record AsParagraph(Reading reading) implements Place {}

    /** @param list the open list it belongs to; -1 for a new one */
    record AsItem(Reading reading, int list) implements Place {}

    record AsText() implements Place {}

    Place of(List<Reading> readings, OpenLists lists, int lastParagraph, @Nullable Style paragraphStyle) {
        for (var reading : readings) {
            int list = lists.following(reading);
            if (list >= 0) {
                return new AsItem(reading, list);
            }
        }
        var first = readings.getFirst();
        if (isArticle(first)) {
            return new AsArticle(first);
        }
        if (isNextParagraph(first, lastParagraph)) {
            return new AsParagraph(first);
        }
        for (var reading : readings) {
            boolean ofParagraphs = reading.style().equals(paragraphStyle);
            if (reading.number() == 1 && !ofParagraphs && lists.counting(reading.style()) < 0 && !lists.isFull()) {
                return new AsItem(reading, -1);
            }
        }
        return misfit(readings, lists, lastParagraph, paragraphStyle);
    }

    private boolean isArticle(Reading reading) {
        if (articlesAreLabelled || !reading.style().canCountArticles()) {
            return false;
        }
        if (!inArticle || articleNumber == null) {
            return true;
        }
        return Integer.toString(reading.number() - 1).equals(articleNumber);
    }

    private static boolean isNextParagraph(Reading reading, int lastParagraph) {
        return reading.style().canCountParagraphs() && (lastParagraph == 0 || reading.number() == lastParagraph + 1);
    }

    private Place misfit(List<Reading> readings, OpenLists lists, int lastParagraph, @Nullable Style paragraphStyle) {
        for (var reading : readings) {
            int list = lists.counting(reading.style());
            if (list >= 0) {
                return new AsItem(reading, list);
            }
        }
        var first = readings.getFirst();
        if (!articlesAreLabelled && first.style().equals(articleStyle)) {
            return new AsArticle(first);
        }
        boolean countsSo = paragraphStyle == null || first.style().script() == paragraphStyle.script();
        if (first.style().canCountParagraphs() && countsSo && lastParagraph > 0) {
            return new AsParagraph(first);
        }
        return lists.isFull() ? new AsText() : new AsItem(first, -1);
    }
}
