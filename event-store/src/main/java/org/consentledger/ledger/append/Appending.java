package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit of work; it is durable.
 *
 * @param place in the ledger; {@code null} where the events live elsewhere and this database has not followed yet
 * @param covering done when the signer is
 */
public record Appending(@Nullable Place place, CompletableFuture<Optional<Covering>> covering) {

    /**
     * A place in the ledger.
     *
     * @param firstPosition of the unit's events, which follow each other
     * @param recordedAt of all of them; UTC, microseconds
     */
    public record Place(long firstPosition, Instant recordedAt) {}

    /** @throws IllegalStateException where the place is not known yet */
    public long firstPosition() {
        return known().firstPosition();
    }

    /** @throws IllegalStateException where the place is not known yet */
    public Instant recordedAt() {
        return known().recordedAt();
    }

    private Place known() {
        if (place == null) {
            throw new IllegalStateException("the place of these events is not known yet");
        }
        return place;
    }
}
