package org.consentledger.query.coverage;

import java.util.Optional;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.coverage.CoveredCustomer.RowKey;
import org.consentledger.query.facts.FactRow;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;

/** What one event tells about whom editions cover. */
sealed interface Learned {
    Leaf leaf();

    /** Something about the terms. */
    record OfTerms(TermsFact fact, FactRow row) implements Learned {
        @Override
        public Leaf leaf() {
            return row.leaf();
        }
    }

    /** Something that a customer did; {@code fact} is {@code null} for what covers nobody, such as a decision on a purpose. */
    record OfCustomer(RowKey key, @Nullable CountedFact fact, Leaf leaf) implements Learned {}

    /** A record of a customer never counts. */
    record Annulment(RowKey key, String recordId, Leaf leaf) implements Learned {}

    static Optional<Learned> of(TermsEvent event, Leaf leaf) {
        return TermsFact.of(event).map(fact -> new OfTerms(fact, FactRow.of(event.termsId(), leaf, fact)));
    }

    static Learned of(AgreementEvent event, Leaf leaf) {
        return of(event.termsId(), event, CustomerFact.of(event), leaf);
    }

    static Optional<Learned> of(CustomerEvent event, Leaf leaf) {
        return CustomerFact.of(event).map(fact -> of(CustomerFact.termsOf(event), event, fact, leaf));
    }

    private static Learned of(@Nullable TermsId terms, AboutCustomer event, CustomerFact fact, Leaf leaf) {
        var key = new RowKey(
                terms == null ? RowKey.ALL_TERMS : terms.value(),
                event.customerId().value());
        return fact instanceof CustomerFact.Annulled annulled
                ? new Annulment(key, annulled.recordId(), leaf)
                : new OfCustomer(key, CountedFact.of(fact, leaf).orElse(null), leaf);
    }
}
