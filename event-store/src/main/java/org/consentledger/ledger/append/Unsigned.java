package org.consentledger.ledger.append;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Nobody signs: what is appended has no receipt. */
public final class Unsigned implements Signing {
    @Override
    public void admit() {}

    @Override
    public CompletableFuture<Optional<Covering>> cover(CommittedGroup group) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
