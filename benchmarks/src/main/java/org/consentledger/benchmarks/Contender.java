package org.consentledger.benchmarks;

import java.io.IOException;
import java.time.Duration;

/** One of the ways to do the same work that are compared. */
interface Contender extends AutoCloseable {
    /** As the tables name it. */
    String name();

    /**
     * Starts that many writers; each does one thing after the other and waits until it is done.
     *
     * @param time for which they will be let work
     */
    Load start(int writers, Duration time) throws Exception;

    @Override
    default void close() throws IOException {}
}
