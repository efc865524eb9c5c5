package org.consentledger.ledger.scan;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;

/** What the rows of a table say, in an order of theirs, a page of them in memory. */
final class Pages<R, T> implements Iterator<T> {
    static final int ROWS = 256;

    private final Function<R, List<R>> after;
    private final Function<R, T> value;
    private final Queue<R> page = new ArrayDeque<>();
    private R last;
    private boolean ended;

    /**
     * @param before stands before all rows
     * @param after the next rows after one, at most {@link #ROWS}; fewer where none follows them
     */
    Pages(R before, Function<R, List<R>> after, Function<R, T> value) {
        this.last = before;
        this.after = after;
        this.value = value;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            page.addAll(after.apply(last));
            ended = page.size() < ROWS;
        }
        return !page.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = page.remove();
        return value.apply(last);
    }
}
