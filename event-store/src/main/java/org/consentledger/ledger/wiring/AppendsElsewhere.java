package org.consentledger.ledger.wiring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.consentledger.ledger.append.CommittedGroup;
import org.consentledger.ledger.append.Covering;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.WritesSuspended;

/** Of a process that only reads a ledger whose events live in Axon Server: it has no way to where they are stored. */
final class AppendsElsewhere implements Signing {
    @Override
    public void admit() {
        throw new WritesSuspended("this process appends nothing: it has no way to where the events live");
    }

    @Override
    public CompletableFuture<Optional<Covering>> cover(CommittedGroup group) {
        throw new IllegalStateException("nothing was appended here");
    }
}
