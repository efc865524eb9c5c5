package org.consentledger.standing;

import java.time.Instant;
import java.util.List;

/**
 * A fact with its place in the ledger.
 *
 * @param eventId of the event that states the fact; it is also the id of the record that the event makes
 * @param position leaf index in the ledger, from 0
 * @param recordedAt ledger time, when the ledger learned the fact; never decreases along positions
 */
public record Recorded<F>(String eventId, long position, Instant recordedAt, F fact) {

    /** Something else at the same place: what this states. */
    <G> Recorded<G> stating(G stated) {
        return new Recorded<>(eventId, position, recordedAt, stated);
    }

    /** The facts among the first {@code n} leaves of the ledger: what was known when it held just these. */
    public static <F> List<Recorded<F>> amongFirst(long n, List<Recorded<F>> facts) {
        return facts.stream().filter(fact -> fact.position() < n).toList();
    }
}
