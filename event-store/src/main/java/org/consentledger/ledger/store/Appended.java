package org.consentledger.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.append.Appending;
import org.consentledger.ledger.append.Covering;
import org.consentledger.ledger.append.Premise;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of a unit of work: their places in the ledger and their receipts. It stands in the root
 * unit of work's resources from the prepare-commit phase on.
 */
public final class Appended {
    private static final String RESOURCE = Appended.class.getName();
    private static final String CLAIM = Claimed.class.getName();
    private static final String PREMISES = Premise.class.getName();

    private final List<String> eventIds;
    private final Appending appending;
    private final @Nullable Covering covering;

    Appended(List<String> eventIds, Appending appending, Optional<Covering> covering) {
        this.eventIds = List.copyOf(eventIds);
        this.appending = appending;
        this.covering = covering.orElse(null);
    }

    /**
     * The outcome of a unit of work that published events and was committed.
     *
     * @throws IllegalStateException where it appended nothing
     */
    public static Appended of(UnitOfWork<?> unitOfWork) {
        return find(unitOfWork).orElseThrow(() -> new IllegalStateException("this unit of work appended nothing"));
    }

    /** The outcome; empty where the unit of work published no event, or has not come to prepare its commit. */
    public static Optional<Appended> find(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }

    /** Has the request's idempotency key stored with the events of this unit of work; the last word counts. */
    public static void claim(UnitOfWork<?> unitOfWork, Claimed claimed) {
        unitOfWork.root().resources().put(CLAIM, claimed);
    }

    /** Has the events of this unit of work stored only where the premise still holds. */
    public static void restsOn(UnitOfWork<?> unitOfWork, Premise premise) {
        unitOfWork
                .root()
                .<List<Premise>>getOrComputeResource(PREMISES, _ -> new ArrayList<>())
                .add(premise);
    }

    static List<Premise> premisesOf(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(PREMISES, List.of());
    }

    static @Nullable Claimed claimOf(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(CLAIM);
    }

    void putInto(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    /** In the order of the ledger. */
    public List<String> eventIds() {
        return eventIds;
    }

    /** Whether their places are known: where the events live elsewhere, the database may not have followed yet. */
    public boolean isPlaced() {
        return appending.place() != null;
    }

    /**
     * Ledger time of all its events; UTC, microseconds.
     *
     * @throws IllegalStateException where their places are not known yet
     */
    public Instant recordedAt() {
        return appending.recordedAt();
    }

    /**
     * Leaf index of one of its events.
     *
     * @throws IllegalArgumentException where the event is not of this unit of work
     * @throws IllegalStateException where its place is not known yet
     */
    public long position(String eventId) {
        int index = eventIds.indexOf(eventId);
        if (index < 0) {
            throw new IllegalArgumentException("event " + eventId + " was not appended here");
        }
        return appending.firstPosition() + index;
    }

    public long lastPosition() {
        return appending.firstPosition() + eventIds.size() - 1;
    }

    /** Size of the signed tree that covers its events; {@code null} where none was signed. */
    public @Nullable Long treeSize() {
        return covering == null ? null : Long.valueOf(covering.treeSize());
    }

    /** The receipt of one of its events, made now: C2SP tlog-proof text; {@code null} where no checkpoint covers it. */
    public @Nullable String receipt(String eventId) {
        return covering == null ? null : covering.receipts().apply(position(eventId));
    }
}
