package org.consentledger.ledger.append;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who signs what was committed. */
public interface Signing {
    /**
     * Called before anything is appended.
     *
     * @throws WritesSuspended where the ledger must not grow
     */
    void admit();

    /**
     * Called after each commit, in the order of the commits, and returns at once.
     *
     * @return a checkpoint that covers the group, or empty where none was signed; never an exception, since the group is
     *     stored whatever becomes of the signature
     */
    CompletableFuture<Optional<Covering>> cover(CommittedGroup group);
}
