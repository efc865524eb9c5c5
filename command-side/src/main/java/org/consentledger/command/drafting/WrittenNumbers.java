package org.consentledger.command.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/**
 * The numbers of an ordered list as its author wrote them. What prints Markdown counts on from the first (CommonMark §5.3), so
 * a second 2 behind a 4 would become a 5 unseen. Where all are the same (1. 1. 1.), the author leaves the counting to it.
 */
final class WrittenNumbers {
    private static final Pattern MARK = Pattern.compile("[ \t]*([0-9]{1,9})[.)]");

    private WrittenNumbers() {}

    /** One for each item; {@link LeftOut#NUMBERS_AS_WRITTEN} where they are not what is printed elsewhere. */
    static List<Integer> of(OrderedList list, String markdown, Set<LeftOut> leftOut) {
        var written = new ArrayList<Integer>();
        var counted = new ArrayList<Integer>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            written.add(number(item, markdown));
            counted.add(written.getFirst() + counted.size());
        }
        if (written.equals(counted) || written.stream().distinct().count() == 1) {
            return counted;
        }
        leftOut.add(LeftOut.NUMBERS_AS_WRITTEN);
        return written;
    }

    private static int number(Node item, String markdown) {
        var mark =
                MARK.matcher(markdown).region(item.getSourceSpans().getFirst().getInputIndex(), markdown.length());
        if (!mark.lookingAt()) {
            throw new IllegalStateException("an item of an ordered list begins with its number");
        }
        return Integer.parseInt(mark.group(1));
    }
}
