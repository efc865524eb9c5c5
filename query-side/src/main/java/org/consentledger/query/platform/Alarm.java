package org.consentledger.query.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs something after a while; once it is closed, nothing more. One thread serves all projections of this process, so what it
 * runs is quick.
 */
final class Alarm implements AutoCloseable {
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("projections-alarm").daemon(true).factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @SuppressWarnings("FutureReturnValueIgnored") // what it runs answers nothing and does not fail
    void after(Duration duration, Runnable quick) {
        thread.schedule(quick, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
