package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.consentledger.ledger.append.CustomerOfUnit.KeyToStore;
import org.consentledger.ledger.append.Premise.NothingSince;
import org.consentledger.ledger.append.Premise.Stands;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work, which are stored together or not at all, what they rest on, and who waits for that. */
final class UnitToAppend {
    private final List<EventToAppend> events;
    private final @Nullable IdempotencyClaim claim;
    private final List<Stands> stands;
    private final List<NothingSince> nothingSince;
    private final List<CustomerOfUnit> customers;
    private final CompletableFuture<Appending> answer = new CompletableFuture<>();
    private boolean stored;

    UnitToAppend(
            List<EventToAppend> events,
            @Nullable IdempotencyClaim claim,
            List<Premise> premises,
            List<CustomerOfUnit> customers) {
        this.events = List.copyOf(events);
        this.customers = List.copyOf(customers);
        this.claim = claim;
        stands = only(Stands.class, premises);
        nothingSince = only(NothingSince.class, premises);
    }

    private static <P> List<P> only(Class<P> kind, List<Premise> premises) {
        return premises.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<EventToAppend> events() {
        return events;
    }

    /** What the ledger itself records before them: commitments to the keys that they are the first to use. */
    List<EventToAppend> commitments() {
        return customers.stream()
                .filter(CustomerOfUnit::makesKey)
                .map(CustomerOfUnit::madeKey)
                .map(KeyToStore::committed)
                .toList();
    }

    @Nullable
    IdempotencyClaim claim() {
        return claim;
    }

    List<CustomerOfUnit> customers() {
        return customers;
    }

    List<Stands> stands() {
        return stands;
    }

    List<NothingSince> nothingSince() {
        return nothingSince;
    }

    /** What it rests on is looked up among the stored events, so no group may hold others that are not stored yet. */
    boolean standsAlone() {
        return !nothingSince.isEmpty();
    }

    long bytes() {
        return events.stream().mapToLong(e -> e.payload().length).sum();
    }

    CompletableFuture<Appending> answer() {
        return answer;
    }

    /** It is durable, whatever comes. Who waits hears of it when the signer is done, so that he is woken but once. */
    void stored(long firstPosition, Instant recordedAt, CompletableFuture<Optional<Covering>> covering) {
        stored = true;
        var appending = new Appending(new Appending.Place(firstPosition, recordedAt), covering);
        var _ = covering.whenComplete((_, _) -> answer.complete(appending));
    }

    /** It is durable, and this database has not followed yet. */
    void storedElsewhere() {
        stored = true;
        answer.complete(new Appending(null, CompletableFuture.completedFuture(Optional.empty())));
    }

    /** Changes nothing where it is stored already. */
    void refuse(RuntimeException why) {
        if (!stored) {
            answer.completeExceptionally(why);
        }
    }
}
