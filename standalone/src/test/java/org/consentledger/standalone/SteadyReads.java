package org.consentledger.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Clients that ask over and over what no projection can be late for, and remember every answer that was none. */
final class SteadyReads {
    private static final int CLIENTS = 3;
    private static final int PATIENCE_SECONDS = 180;

    private final LedgerClient client;
    private final Acknowledged fact;
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Semaphore answers = new Semaphore(0);
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopping;

    /** @param fact that projections have included */
    SteadyReads(LedgerClient client, Acknowledged fact) {
        this.client = client;
        this.fact = fact;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> CompletableFuture.runAsync(this::run, Thread::startVirtualThread))
                .toList();
    }

    private void run() {
        while (!stopping) {
            try {
                var reply = client.standingAsKnown(fact.customer(), fact.position());
                if (reply.status() != 200) {
                    failed.add(reply.status() + " " + reply.text());
                }
            } catch (IOException e) {
                failed.add(e.toString());
            }
            answers.release();
        }
    }

    /** Waits until so many more came to an end, from now on. */
    void awaitMore(int count) throws InterruptedException {
        answers.drainPermits();
        if (!answers.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + answers.availablePermits() + " of " + count + " were answered");
        }
    }

    /** Ends all clients, and tells what failed. */
    List<String> end() {
        stopping = true;
        clients.forEach(CompletableFuture::join);
        return new ArrayList<>(failed);
    }
}
