package org.consentledger.command.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.consentledger.command.platform.FactsOfStream;
import org.consentledger.command.platform.KnownCustomers;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RegisteredTerms;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.standing.Retention;
import org.consentledger.standing.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Where a customer stands with terms, by the facts that the ledger holds. */
@Component
class StandingsOfCustomer {
    private final Supplier<List<TermsId>> registered;
    private final RecordedTerms terms;
    private final RecordedCustomers customers;
    private final Predicate<CustomerId> hasDataKey;

    @Autowired
    StandingsOfCustomer(
            RegisteredTerms registered, RecordedTerms terms, RecordedCustomers customers, KnownCustomers known) {
        this(registered::all, terms, customers, known::hasDataKey);
    }

    StandingsOfCustomer(
            Supplier<List<TermsId>> registered,
            RecordedTerms terms,
            RecordedCustomers customers,
            Predicate<CustomerId> hasDataKey) {
        this.registered = registered;
        this.terms = terms;
        this.customers = customers;
        this.hasDataKey = hasDataKey;
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

    /** Whether anything was ever recorded of the customer; before there were data keys only agreements were. */
    boolean knows(CustomerId customerId, List<StandingWithTerms> everywhere) {
        return !everywhere.isEmpty() || hasDataKey.test(customerId);
    }

    /** With every terms document that the customer has had to do with, and what is kept after leaving. */
    List<StandingWithTerms> everywhere(CustomerId customerId, Instant at, FactsOfStream departures) {
        var standings = new ArrayList<StandingWithTerms>();
        for (var termsId : registered.get()) {
            var agreement = customers.agreement(customerId, termsId);
            if (!agreement.isEmpty()) {
                var recorded = terms.of(termsId).facts();
                var facts = departures.with(agreement, termsId);
                standings.add(
                        new StandingWithTerms(Standing.of(recorded, facts, at), Retention.of(recorded, facts, at)));
            }
        }
        return standings;
    }

    private Standing standing(LeaveService command, TermsId termsId, Instant expressedAt, FactsOfStream departures) {
        var recorded = terms.of(termsId);
        var at = command.act().countsFrom(expressedAt, recorded.timeZone());
        var facts = departures.with(customers.agreement(command.customerId(), termsId), termsId);
        return Standing.of(recorded.facts(), facts, at);
    }
}
