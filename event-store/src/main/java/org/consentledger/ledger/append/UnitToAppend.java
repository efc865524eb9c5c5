package org.consentledger.ledger.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work, which are stored together or not at all, and who waits for that. */
final class UnitToAppend {
    private final List<EventToAppend> events;
    private final @Nullable IdempotencyClaim claim;
    private final CompletableFuture<Appending> answer = new CompletableFuture<>();

    UnitToAppend(List<EventToAppend> events, @Nullable IdempotencyClaim claim) {
        this.events = List.copyOf(events);
        this.claim = claim;
    }

    List<EventToAppend> events() {
        return events;
    }

    @Nullable
    IdempotencyClaim claim() {
        return claim;
    }

    long bytes() {
        return events.stream().mapToLong(e -> e.payload().length).sum();
    }

    CompletableFuture<Appending> answer() {
        return answer;
    }

    void refuse(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
