package org.consentledger.ledger.axonserver;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.testing.AxonServerDouble;

/** A connection that has been answered once, and waits longer than the product: how fast a machine is, no test says. */
final class PatientConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PatientConnection() {}

    static AxonServerEvents open(AxonServerDouble server, String origin) {
        var connection = new AxonServerEvents(server.address(), origin, PATIENCE, PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(LedgerUnavailable.class)
                .until(() -> {
                    connection.last();
                    return true;
                });
        return connection;
    }
}
