package org.consentledger.command.customer;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.consentledger.command.platform.FactsOfStream;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RegisteredTerms;
import org.consentledger.events.TermsId;
import org.consentledger.standing.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Where a customer stands with the terms that he leaves, by the facts that the ledger holds. */
@Component
class StandingsOfCustomer {
    private final Supplier<List<TermsId>> registered;
    private final RecordedTerms terms;
    private final RecordedCustomers customers;

    @Autowired
    StandingsOfCustomer(RegisteredTerms registered, RecordedTerms terms, RecordedCustomers customers) {
        this(registered::all, terms, customers);
    }

    StandingsOfCustomer(Supplier<List<TermsId>> registered, RecordedTerms terms, RecordedCustomers customers) {
        this.registered = registered;
        this.terms = terms;
        this.customers = customers;
    }

    /**
     * The standings when the departure counts.
     *
     * @throws org.consentledger.command.platform.CommandRejected {@code TERMS_UNKNOWN}
     */
    List<Standing> at(LeaveService command, Instant expressedAt, FactsOfStream departures) {
        var left = command.termsId() == null ? registered.get() : List.of(command.termsId());
        return left.stream()
                .map(termsId -> standing(command, termsId, expressedAt, departures))
                .toList();
    }

    private Standing standing(LeaveService command, TermsId termsId, Instant expressedAt, FactsOfStream departures) {
        var recorded = terms.of(termsId);
        var at = command.act().countsFrom(expressedAt, recorded.timeZone());
        var facts = departures.with(customers.agreement(command.customerId(), termsId), termsId);
        return Standing.of(recorded.facts(), facts, at);
    }
}
