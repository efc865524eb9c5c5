package org.consentledger.standalone.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;

/** The facts as the ledger itself tells them, read from its first leaf to its last. */
final class FoldedLedger {
    private final Map<String, List<Recorded<TermsFact>>> terms = new HashMap<>();
    private final Map<String, List<Recorded<CustomerFact>>> customers = new HashMap<>();
    private final List<Instant> recordedAt = new ArrayList<>();
    private long size;

    static FoldedLedger of(LedgerReader ledger) {
        var folded = new FoldedLedger();
        for (var page = ledger.from(0, 500); !page.isEmpty(); page = ledger.from(folded.size, 500)) {
            page.forEach(folded::add);
        }
        return folded;
    }

    long size() {
        return size;
    }

    /** When the last of the first n leaves was recorded. */
    Instant recordedAt(long n) {
        return recordedAt.get((int) n - 1);
    }

    List<Recorded<TermsFact>> terms(String termsId, long n) {
        return Recorded.amongFirst(n, terms.getOrDefault(termsId, List.of()));
    }

    List<Recorded<CustomerFact>> customer(String termsId, String customerId, long n) {
        return Recorded.amongFirst(n, customers.getOrDefault(termsId + " " + customerId, List.of()));
    }

    private void add(RecordedEvent event) {
        switch (event.payload()) {
            case TermsEvent of ->
                TermsFact.of(of)
                        .ifPresent(fact -> terms.computeIfAbsent(of.termsId().value(), _ -> new ArrayList<>())
                                .add(recorded(event, fact)));
            case AgreementEvent of -> add(of.termsId().value(), of.customerId().value(), event, CustomerFact.of(of));
            case CustomerEvent of -> CustomerFact.of(of).ifPresent(fact -> forEachOf(of, event, fact));
            case RequestEvent of ->
                CustomerFact.of(of)
                        .ifPresent(fact -> PublishedTerms.TERMS.forEach(
                                termsId -> add(termsId, of.customerId().value(), event, fact)));
            default -> {}
        }
        recordedAt.add(event.recordedAt());
        size = event.position() + 1;
    }

    private void forEachOf(CustomerEvent of, RecordedEvent event, CustomerFact fact) {
        var named = CustomerFact.termsOf(of);
        (named == null ? PublishedTerms.TERMS : List.of(named.value()))
                .forEach(termsId -> add(termsId, of.customerId().value(), event, fact));
    }

    private void add(String termsId, String customerId, RecordedEvent event, CustomerFact fact) {
        customers
                .computeIfAbsent(termsId + " " + customerId, _ -> new ArrayList<>())
                .add(recorded(event, fact));
    }

    private static <F> Recorded<F> recorded(RecordedEvent event, F fact) {
        return new Recorded<>(event.eventId(), event.position(), event.recordedAt(), fact);
    }
}
