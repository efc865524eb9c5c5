package org.consentledger.standalone;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Clients that accept the edition over and over, each for customers of its own and each time with a new key, and
 * remember every answer. A client ends when it loses the connection.
 */
final class AcceptanceLoad {
    private static final int CLIENTS = 8;
    private static final int ACCEPTANCES_OF_A_CUSTOMER = 3;
    private static final int PATIENCE_SECONDS = 180;

    private final LedgerClient client;
    private final String name;
    private final Consumer<Acknowledged> onAcknowledged;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();
    private final Semaphore answers = new Semaphore(0);
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopping;

    /** A request of which nobody knows what became. */
    record Unanswered(String customer, String key) {}

    private AcceptanceLoad(LedgerClient client, String name, int clients, Consumer<Acknowledged> onAcknowledged) {
        this.client = client;
        this.name = name;
        this.onAcknowledged = onAcknowledged;
        this.clients = IntStream.range(0, clients)
                .mapToObj(number -> CompletableFuture.runAsync(() -> run(number), Thread::startVirtualThread))
                .toList();
    }

    /** @param name no other load's: customers and keys begin with it */
    static AcceptanceLoad start(LedgerClient client, String name) {
        return start(client, name, CLIENTS, _ -> {});
    }

    /** @param onAcknowledged is told each answer by the client that got it */
    static AcceptanceLoad start(LedgerClient client, String name, int clients, Consumer<Acknowledged> onAcknowledged) {
        return new AcceptanceLoad(client, name, clients, onAcknowledged);
    }

    private void run(int number) {
        for (int i = 0; !stopping; i++) {
            var customer = name + "-" + number + "-" + i / ACCEPTANCES_OF_A_CUSTOMER;
            var key = "key-" + i;
            try {
                var reply = client.accept(customer, key);
                switch (reply.status()) {
                    case 201 -> {
                        var fact = Acknowledged.of(customer, key, reply);
                        acknowledged.add(fact);
                        answers.release();
                        onAcknowledged.accept(fact);
                    }
                    case 503 -> unanswered.add(new Unanswered(customer, key));
                    default -> throw new AssertionError(reply.status() + " " + reply.text());
                }
            } catch (IOException _) {
                unanswered.add(new Unanswered(customer, key));
                return;
            }
            follow();
        }
    }

    private void follow() {
        try {
            var reply = client.get("/ledger/checkpoint");
            if (reply.status() == 200) {
                checkpoints.add(reply.text());
            }
        } catch (IOException _) {
            // the next acceptance says so
        }
    }

    /** Waits until so many more were acknowledged. */
    void awaitAcknowledged(int count) throws InterruptedException {
        if (!answers.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + answers.availablePermits() + " of " + count + " were acknowledged");
        }
    }

    /** The same, from now on. */
    void awaitMore(int count) throws InterruptedException {
        answers.drainPermits();
        awaitAcknowledged(count);
    }

    /** Lets every client finish its request. */
    void end() {
        stopping = true;
        clients.forEach(CompletableFuture::join);
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What {@code /ledger/checkpoint} answered in the meantime. */
    List<String> checkpoints() {
        return List.copyOf(checkpoints);
    }

    List<Unanswered> unanswered() {
        return List.copyOf(unanswered);
    }
}
