package org.consentledger.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;

/**
 * What a dossier answers.
 *
 * @param at the instant asked about, UTC
 * @param knownAt the ledger time that was asked about, or {@code position:<ledgerSize>}
 * @param ledgerSize how many leaves the ledger held then
 */
public record Question(CustomerId customerId, TermsId termsId, Instant at, String knownAt, long ledgerSize) {
    public Question {
        if (!knownAt.equals(position(ledgerSize)) && time(knownAt).isEmpty()) {
            throw new IllegalArgumentException("the question names no time and no position");
        }
    }

    /** The ledger time that was asked about; empty where it was a position. */
    public Optional<Instant> knownTime() {
        return time(knownAt);
    }

    private static String position(long ledgerSize) {
        return "position:" + ledgerSize;
    }

    private static Optional<Instant> time(String knownAt) {
        try {
            return Optional.of(Instant.parse(knownAt));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
