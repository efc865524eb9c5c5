package org.consentledger.ledger.append;

import java.util.List;

/** Where a group goes. */
interface GroupStore {
    /**
     * Called before a unit of work is taken in.
     *
     * @throws WritesSuspended where nothing may be appended
     */
    default void admit() {}

    /** Stores a group as one, and answers each of its units; it throws nothing that one of them could be told. */
    void store(List<UnitToAppend> group);
}
