package org.consentledger.ledger.append;

import java.util.List;

/**
 * Where the events live where they do not live in this database: it gives each its place in one order, dense from 0,
 * and this database follows. Those who append hold this database's lock, so that they come one after the other.
 */
public interface Upstream {
    /**
     * The place of the last event; -1 where there is none.
     *
     * @throws LedgerUnavailable where it does not answer
     */
    long last();

    /**
     * The events from a place to another, both included, each with its place.
     *
     * @throws LedgerUnavailable where it does not answer
     * @throws UpstreamDamaged where the order is not dense, or an event was not stored by this product
     */
    List<UpstreamEvent> between(long first, long last);

    /**
     * Stores events, all or none, one after the other.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException where one does not follow its aggregate's last;
     *     nothing was stored
     * @throws EventRefused where one of them can never be stored; nothing was stored
     * @throws LedgerUnavailable where it could not be told to store them; nothing was stored
     * @throws OutcomeUnknown where it did not say whether it stored them
     */
    void append(List<UpstreamEvent> events);
}
