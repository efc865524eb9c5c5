package org.consentledger.command.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.TermsId;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What one aggregate's events tell of a customer, as {@code standing} takes it. Their positions are sequence numbers: where
 * the order of two facts matters, they stand in the same stream.
 */
public final class FactsOfStream {
    private record Told(@Nullable TermsId termsId, Recorded<CustomerFact> fact) {}

    private final List<Told> told = new ArrayList<>();

    /**
     * Adds the next event's fact.
     *
     * @param termsId {@code null} where it counts for all terms
     * @param recordedAt ledger time
     */
    public void add(@Nullable TermsId termsId, String eventId, long sequence, Instant recordedAt, CustomerFact fact) {
        told.add(new Told(termsId, new Recorded<>(eventId, sequence, recordedAt, fact)));
    }

    /** Those that count for these terms. */
    public List<Recorded<CustomerFact>> of(TermsId termsId) {
        return told.stream()
                .filter(one -> one.termsId() == null || one.termsId().equals(termsId))
                .map(Told::fact)
                .toList();
    }

    /** Those that count for these terms, with those of another stream. */
    public List<Recorded<CustomerFact>> with(List<Recorded<CustomerFact>> others, TermsId termsId) {
        return Stream.concat(of(termsId).stream(), others.stream()).toList();
    }

    /** Whether an earlier record was annulled. */
    public boolean isAnnulled(String recordId) {
        return told.stream()
                .anyMatch(one -> one.fact().fact() instanceof CustomerFact.Annulled annulled
                        && annulled.recordId().equals(recordId));
    }
}
