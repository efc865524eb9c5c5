package org.consentledger.ledger.testing;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The events of one context, in the order of their tokens; all of a transaction, or none. */
public final class KeptEvents {
    private final List<Event> events = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Consumer<List<Event>> before = _ -> {};
    private Runnable after = () -> {};
    private int readable;

    /** An event that does not follow its aggregate's last. */
    static final class OutOfSequence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSequence(String text) {
            super(text);
        }
    }

    /** Called once, with the events of the next transaction, before it is stored. */
    public synchronized void beforeNext(Consumer<List<Event>> listener) {
        before = listener;
    }

    /** Called once, when the next transaction is stored, and before that is confirmed or any reader is sent it. */
    public synchronized void afterNext(Runnable listener) {
        after = listener;
    }

    /** @throws OutOfSequence and nothing was stored */
    public void append(List<Event> transaction) {
        hookBefore().accept(transaction);
        store(transaction);
        hookAfter().run();
        tellReaders();
    }

    private synchronized Consumer<List<Event>> hookBefore() {
        var hook = before;
        before = _ -> {};
        return hook;
    }

    private synchronized Runnable hookAfter() {
        var hook = after;
        after = () -> {};
        return hook;
    }

    private void tellReaders() {
        synchronized (this) {
            readable = events.size();
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized void store(List<Event> transaction) {
        var heads = new HashMap<String, Long>();
        for (var event : transaction) {
            String aggregate = event.getAggregateIdentifier();
            long head = heads.getOrDefault(aggregate, highest(aggregate));
            if (event.getAggregateSequenceNumber() != head + 1) {
                throw new OutOfSequence(aggregate + " stands at " + head);
            }
            heads.put(aggregate, head + 1);
        }
        events.addAll(transaction);
    }

    public synchronized long highest(String aggregate) {
        return events.stream()
                        .filter(event -> event.getAggregateIdentifier().equals(aggregate))
                        .count()
                - 1;
    }

    public synchronized List<Event> all() {
        return List.copyOf(events);
    }

    synchronized List<Event> from(long token, long most) {
        int first = (int) Math.min(token, readable);
        return List.copyOf(events.subList(first, (int) Math.min(readable, first + most)));
    }

    /** As a restore of an older backup does. */
    public synchronized void putBackTo(int size) {
        events.subList(size, events.size()).clear();
        readable = Math.min(readable, size);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
