package org.consentledger.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start has opened so far: the lock, the database, the application.
 *
 * <p>They are closed once, the last first, by whoever asks first: a signal, a failed start, a lost database. A signal
 * that comes while a part is being opened waits for that part, so none is forgotten.
 */
final class OpenedParts {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;
    private boolean failed;

    /**
     * Opens one more part.
     *
     * @throws StartRefused where everything has been closed in the meantime
     */
    synchronized <T extends AutoCloseable> T open(Opening<T> opening) throws Exception {
        if (closed) {
            throw new StartRefused("stopped while starting");
        }
        var part = opening.open();
        parts.push(part);
        return part;
    }

    /** Remembers that this run did not end as it should; false where it has been told to end already. */
    synchronized boolean fail() {
        failed |= !closed;
        return !closed;
    }

    /** Closes everything; answers the exit status: 0 where nothing failed, neither before nor now, else 1. */
    synchronized int close() {
        closed = true;
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        return failed ? 1 : 0;
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            failed = true;
            logger().error("did not close cleanly: {}", part.getClass().getSimpleName(), e);
        }
    }

    /** Asked for late: before Spring has set logging up, the mere first use would print its own configuration. */
    private static Logger logger() {
        return LoggerFactory.getLogger(OpenedParts.class);
    }

    /** Opens a part. */
    @FunctionalInterface
    interface Opening<T extends AutoCloseable> {
        T open() throws Exception;
    }
}
