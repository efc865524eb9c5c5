package org.consentledger.benchmarks.generated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;

/** What is known of one generated customer and of the terms, in ledger order; the same every time. */
public record OneHistory(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {
    private static final DataSet SET = DataSet.ofFiveFactsEach(1);
    private static final GeneratedTerms TERMS = new GeneratedTerms();

    public OneHistory {
        terms = List.copyOf(terms);
        customer = List.copyOf(customer);
    }

    private record Stated(Instant at, String eventId, Object event) {}

    /** Of a customer who did that much. */
    public static OneHistory ofFacts(int count) {
        var history = History.of(SET, TERMS, 0, count);
        var times = History.times(SET, 0, count);
        var all = new ArrayList<Stated>();
        for (int i = 0; i < count; i++) {
            all.add(new Stated(
                    times.get(i),
                    history.eventId(i).toString(),
                    history.events().get(i)));
        }
        TERMS.events().forEach(event -> all.add(new Stated(event.at(), "terms-" + all.size(), event.event())));
        all.sort(Comparator.comparing(Stated::at));
        var terms = new ArrayList<Recorded<TermsFact>>();
        var customer = new ArrayList<Recorded<CustomerFact>>();
        for (int position = 0; position < all.size(); position++) {
            var stated = all.get(position);
            long at = position;
            if (stated.event() instanceof TermsEvent event) {
                TermsFact.of(event).ifPresent(fact -> terms.add(recorded(stated, at, fact)));
            } else {
                fact(stated.event()).ifPresent(fact -> customer.add(recorded(stated, at, fact)));
            }
        }
        return new OneHistory(terms, customer);
    }

    private static <F> Recorded<F> recorded(Stated stated, long position, F fact) {
        return new Recorded<>(stated.eventId(), position, stated.at(), fact);
    }

    private static Optional<CustomerFact> fact(Object event) {
        return switch (event) {
            case AgreementEvent agreement -> Optional.of(CustomerFact.of(agreement));
            case CustomerEvent customer -> CustomerFact.of(customer);
            default -> throw new IllegalStateException("no fact of a customer: " + event.getClass());
        };
    }

    /** The first acceptance, by generated customers one after the other, that has evidence. */
    public static EditionAccepted acceptance() {
        return Stream.iterate(0, customer -> customer + 1)
                .map(customer -> History.of(SET, TERMS, customer, 1).events().getFirst())
                .filter(EditionAccepted.class::isInstance)
                .map(EditionAccepted.class::cast)
                .filter(accepted -> accepted.evidence() != null)
                .findFirst()
                .orElseThrow();
    }
}
