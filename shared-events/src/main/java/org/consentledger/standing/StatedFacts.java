package org.consentledger.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.TermsEvent;

/**
 * What events state that the standing of one customer with one terms document depends on: the way from the ledger itself
 * to an answer, without any projection.
 *
 * @param terms in ledger order
 * @param customer in ledger order
 */
public record StatedFacts(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {
    public StatedFacts {
        terms = List.copyOf(terms);
        customer = List.copyOf(customer);
    }

    /**
     * Draws the facts from events. Those about other terms or customers, and those that no standing depends on, are passed
     * over.
     *
     * @param events in ledger order
     */
    public static StatedFacts of(TermsId termsId, CustomerId customerId, Collection<Recorded<Object>> events) {
        var terms = new ArrayList<Recorded<TermsFact>>();
        var customer = new ArrayList<Recorded<CustomerFact>>();
        for (var event : events) {
            ofTerms(event.fact(), termsId).map(event::stating).ifPresent(terms::add);
            ofCustomer(event.fact(), termsId, customerId).map(event::stating).ifPresent(customer::add);
        }
        return new StatedFacts(terms, customer);
    }

    /** Whether an event of this class can state a fact at all. */
    public static boolean mayState(Class<?> event) {
        return AgreementEvent.class.isAssignableFrom(event)
                || (TermsEvent.class.isAssignableFrom(event) && event != EditionDrafted.class)
                || event == CustomerLeft.class
                || event == DepartureAnnulled.class
                || event == UseSuspended.class
                || event == SuspensionOfUseLifted.class;
    }

    private static Optional<TermsFact> ofTerms(Object event, TermsId termsId) {
        return event instanceof TermsEvent about && about.termsId().equals(termsId)
                ? TermsFact.of(about)
                : Optional.empty();
    }

    private static Optional<CustomerFact> ofCustomer(Object event, TermsId termsId, CustomerId customerId) {
        return switch (event) {
            case AgreementEvent agreement
            when agreement.termsId().equals(termsId) && agreement.customerId().equals(customerId) ->
                Optional.of(CustomerFact.of(agreement));
            case CustomerEvent customer
            when customer.customerId().equals(customerId) && CustomerFact.concerns(customer, termsId) ->
                CustomerFact.of(customer);
            case RequestEvent request when request.customerId().equals(customerId) -> CustomerFact.of(request);
            default -> Optional.empty();
        };
    }

    /** The facts among the first {@code n} leaves. */
    public StatedFacts amongFirst(long n) {
        return new StatedFacts(Recorded.amongFirst(n, terms), Recorded.amongFirst(n, customer));
    }
}
