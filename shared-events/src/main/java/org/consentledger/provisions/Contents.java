package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consentledger.provisions.Scanner.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Takes a table of contents (目次) for what it is: headings that say nothing, one after the other, which all come again after
 * the first of them does. Its lines are text.
 */
final class Contents {
    /** What leads to a page: dots, or much space, and its number. */
    private static final Pattern PAGE = Pattern.compile("[.・_ -]{3,}[0-9]{1,4}$");

    private static final int FEWEST = 2;

    private Contents() {}

    static List<Entry> asText(String text, List<Entry> entries) {
        int from = 0;
        while (from < entries.size() && key(entries.get(from)) == null) {
            from++;
        }
        int again = again(text, entries, from);
        if (again < 0) {
            return entries;
        }
        var later = keys(entries.subList(again, entries.size()));
        int until = again;
        while (until > from && !later.contains(key(entries.get(until - 1)))) {
            until--;
        }
        var listed = keys(entries.subList(from, until));
        if (listed.size() < FEWEST || !later.containsAll(listed)) {
            return entries;
        }
        var read = new ArrayList<>(entries);
        for (int i = from; i < until; i++) {
            var entry = entries.get(i);
            read.set(i, new Entry(new Marker.Text(false), entry.from(), entry.afterBlank()));
        }
        return read;
    }

    /** Where the first heading comes again, with nothing said in between; -1 for nowhere. */
    private static int again(String text, List<Entry> entries, int from) {
        for (int i = from; i < entries.size(); i++) {
            var key = key(entries.get(i));
            if (i > from && key != null && key.equals(key(entries.get(from)))) {
                return i;
            }
            int end = i + 1 < entries.size() ? entries.get(i + 1).from() : text.length();
            if (key == null
                    || !saysNothing(
                            entries.get(i).marker(), text, entries.get(i).from(), end)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean saysNothing(Marker marker, String text, int from, int until) {
        boolean nothing = switch (marker) {
            case Marker.Heading _ -> true;
            case Marker.Article article -> article.content() == Marker.NOTHING || article.bareCaption() != null;
            case Marker.Supplementary heading -> heading.content() == Marker.NOTHING;
            default -> false;
        };
        return nothing
                || PAGE.matcher(Folding.fold(text.substring(from, until)).strip())
                        .find();
    }

    private static Set<String> keys(List<Entry> entries) {
        var keys = new HashSet<String>();
        for (var entry : entries) {
            var key = key(entry);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static @Nullable String key(Entry entry) {
        return switch (entry.marker()) {
            case Marker.Heading heading -> heading.level() + " " + heading.number();
            case Marker.Article article -> "ARTICLE " + article.number();
            case Marker.Supplementary _ -> "SUPPLEMENTARY";
            default -> null;
        };
    }
}
