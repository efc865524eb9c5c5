package org.consentledger.benchmarks;

/** What is to be closed also where the benchmark is told to stop. */
final class AtExit {
    private AtExit() {}

    /** @param part whose {@code close} may be called twice and at once */
    static void close(AutoCloseable part) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(part), "stop"));
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("not stopped properly", e);
        }
    }
}
