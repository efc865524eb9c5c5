package org.consentledger.benchmarks;

import java.io.IOException;
import java.time.Duration;

/** One of the ways to store events durably that are compared. */
interface Contender extends AutoCloseable {
    /** As the tables name it. */
    String name();

    /**
     * Starts that many writers; each stores one event after the other and waits until it is durable.
     *
     * @param time for which they will be let work
     */
    Load start(int writers, Duration time) throws Exception;

    @Override
    default void close() throws IOException {}
}
