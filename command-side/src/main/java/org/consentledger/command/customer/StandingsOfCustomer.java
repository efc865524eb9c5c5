package org.consentledger.command.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.command.platform.FactsOfStream;
import org.consentledger.command.platform.KnownCustomers;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RegisteredTerms;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.requests.LegalPeriods;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
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

    /** What the ledger holds of one of the terms and of the customer with them. */
    record Known(TermsAsRecorded terms, List<Recorded<CustomerFact>> customer) {
        /**
         * The standing when an act counts that was expressed then.
         *
         * @throws org.consentledger.command.platform.CommandRejected {@code TERMS_UNKNOWN}
         */
        Standing standing(StatedAct act, Instant expressedAt) {
            return Standing.of(terms.facts(), customer, act.countsFrom(expressedAt, terms.timeZone()));
        }
    }

    /** One for each of the terms that the customer leaves. */
    List<Known> with(LeaveService command, FactsOfStream departures) {
        var left = command.termsId() == null ? registered.get() : List.of(command.termsId());
        return left.stream()
                .map(termsId -> new Known(
                        terms.of(termsId),
                        departures.with(customers.agreement(command.customerId(), termsId), termsId)))
                .toList();
    }

    /** Whether anything was ever recorded of the customer; before there were data keys only agreements were. */
    boolean knows(CustomerId customerId, List<StandingWithTerms> everywhere) {
        return !everywhere.isEmpty() || hasDataKey.test(customerId);
    }

    /**
     * With every terms document that the customer has had to do with, and what is kept after leaving.
     *
     * @param departures from each terms document, with their annulments
     */
    List<StandingWithTerms> everywhere(
            CustomerId customerId, Instant at, Function<TermsId, List<Recorded<CustomerFact>>> departures) {
        var standings = new ArrayList<StandingWithTerms>();
        for (var termsId : registered.get()) {
            var agreement = customers.agreement(customerId, termsId);
            if (!agreement.isEmpty()) {
                var recorded = terms.of(termsId).facts();
                var facts = Stream.concat(departures.apply(termsId).stream(), agreement.stream())
                        .toList();
                standings.add(
                        new StandingWithTerms(Standing.of(recorded, facts, at), Retention.of(recorded, facts, at)));
            }
        }
        return standings;
    }

    /** From when on the records of provisions to third parties need not be kept any more, UTC; empty where there are none. */
    Optional<Instant> provisionsKeptUntil(CustomerId customerId) {
        return customers.lastProvisionRecordedAt(customerId).map(LegalPeriods::provisionKeptUntil);
    }
}
