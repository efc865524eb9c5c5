package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.consentledger.provisions.Marker.Reading;

/** The lists of items open under one paragraph, outermost first; each counts in a style of its own. */
final class OpenLists {
    private static final int DEEPEST = 8;

    /** Of the list's last item, with its number; {@code parent} is the provision whose list it is. */
    private record Open(Style style, int parent, int item, int number) {}

    private final List<Open> open = new ArrayList<>();

    void clear() {
        open.clear();
    }

    boolean isFull() {
        return open.size() == DEEPEST;
    }

    int depth() {
        return open.size();
    }

    /** The list that one of the readings goes on with, the innermost first; -1 where there is none. */
    int following(Reading reading) {
        return find(list -> list.style.equals(reading.style()) && list.number + 1 == reading.number());
    }

    /** The list that counts in this style; -1 where there is none. */
    int counting(Style style) {
        return find(list -> list.style.equals(style));
    }

    private int find(Predicate<Open> wanted) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (wanted.test(open.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whose list this is. */
    int parent(int list) {
        return open.get(list).parent;
    }

    /** The innermost item. */
    int innermost() {
        return open.getLast().item;
    }

    /** Closes the lists inside this one and itself, to be opened again with its next item. */
    void closeFrom(int list) {
        open.subList(list, open.size()).clear();
    }

    void closeInside(int list) {
        open.subList(list + 1, open.size()).clear();
    }

    void open(Reading reading, int parent, int item) {
        open.add(new Open(reading.style(), parent, item, reading.number()));
    }
}
