package org.consentledger.ledger.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.StoredEvent;

/**
 * The newest events, read and unpacked once for all streams of this process: whoever follows the ledger finds what another
 * has just read. Who is further behind reads by himself. What could name a person is closed in them, as in every event that
 * is read.
 */
final class RecentEvents {
    /** So many are kept: what comes in a second. */
    private static final int MOST = 512;

    /** Terms are long. */
    private static final long MOST_BYTES = 4L << 20;

    private static final long PATIENCE_MILLIS = 100;

    private final EventRows events;
    private final Head head;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Page> pages = new ArrayDeque<>();

    RecentEvents(EventRows events, Head head, Serializer serializer, EventUpcaster upcasters) {
        this.events = events;
        this.head = head;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * A stretch of the ledger.
     *
     * @param first leaf index of its first event
     * @param next leaf index of the first event after it
     * @param bytes of the stored form
     * @param messages what upcasters make of the events; none where they drop all
     */
    record Page(long first, long next, long bytes, List<TrackedEventMessage<?>> messages) {
        boolean isEmpty() {
            return first == next;
        }

        private boolean holds(long position) {
            return first <= position && position < next;
        }

        private Page from(long position) {
            return position == first
                    ? this
                    : new Page(
                            position,
                            next,
                            bytes,
                            messages.stream()
                                    .filter(message ->
                                            LedgerEventStorageEngine.positionAfter(message.trackingToken()) > position)
                                    .toList());
        }
    }

    /** Events from that one on, at most a page of them; an empty page where there are none. */
    Page from(long position) {
        if (position < head.size() - MOST || !isFreeSoon()) {
            return read(position);
        }
        try {
            var known = pages.stream().filter(page -> page.holds(position)).findFirst();
            return known.isPresent() ? known.get().from(position) : kept(read(position));
        } finally {
            lock.unlock();
        }
    }

    /** Has what was read forgotten: a database that came back without its last commits says something else in their place. */
    void forget() {
        if (isFreeSoon()) {
            try {
                pages.clear();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Takes the lock, unless whoever holds it waits for the database: then each asks it by himself. */
    private boolean isFreeSoon() {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Page read(long position) {
        var rows = events.from(position, EventRows.PAGE);
        List<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream(), serializer, upcasters)
                .<TrackedEventMessage<?>>map(message -> message)
                .toList();
        long bytes = rows.stream().mapToLong(RecentEvents::size).sum();
        return new Page(position, position + rows.size(), bytes, messages);
    }

    private static long size(StoredEvent event) {
        return event.payload().length;
    }

    /** One page follows the other; one of before the first is not kept. */
    private Page kept(Page page) {
        long next = pages.isEmpty() ? page.first() : pages.getLast().next();
        if (page.isEmpty() || page.first() < next) {
            return page;
        }
        if (page.first() > next) {
            pages.clear();
        }
        pages.addLast(page);
        while (!pages.isEmpty() && isTooMuch()) {
            pages.removeFirst();
        }
        return page;
    }

    private boolean isTooMuch() {
        long leaves = pages.getLast().next() - pages.getFirst().first();
        return leaves > MOST || pages.stream().mapToLong(Page::bytes).sum() > MOST_BYTES;
    }
}
