package org.consentledger.benchmarks;

import java.time.Duration;
import java.util.List;

/** Writers at work. */
interface Load {
    /** Where they run. */
    ProcessHandle process();

    /**
     * Lets them work on for that long.
     *
     * @throws IllegalStateException where one of them failed
     */
    void workFor(Duration time) throws InterruptedException;

    /** Ends them, and answers all that they did since they were started. */
    List<Completion> end() throws Exception;
}
