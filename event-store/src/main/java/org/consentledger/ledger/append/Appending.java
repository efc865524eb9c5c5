package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A unit of work's place in the ledger; it is durable.
 *
 * @param firstPosition of its events, which follow each other
 * @param recordedAt of all its events; UTC, microseconds
 * @param covering done when the signer is
 */
public record Appending(long firstPosition, Instant recordedAt, CompletableFuture<Optional<Covering>> covering) {}
