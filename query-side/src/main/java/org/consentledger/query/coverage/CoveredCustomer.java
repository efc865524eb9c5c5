package org.consentledger.query.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.EventMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What counts of a customer, towards one terms document or all of them.
 *
 * @param facts in ledger order, none of them annulled
 * @param classId {@code null} where none is found yet, and for facts that count for all terms
 */
record CoveredCustomer(
        RowKey key, List<CountedFact> facts, @Nullable Long classId) {
    private static final JsonMapper JSON = EventMapper.create();
    private static final TypeReference<List<CountedFact>> FACTS = new TypeReference<>() {};

    /**
     * Which row it is.
     *
     * @param termsId {@link #ALL_TERMS} for facts that count for all terms
     */
    record RowKey(String termsId, String customerId) {
        /** No terms id is empty. */
        static final String ALL_TERMS = "";

        boolean isForAllTerms() {
            return termsId.isEmpty();
        }

        RowKey forAllTerms() {
            return new RowKey(ALL_TERMS, customerId);
        }
    }

    CoveredCustomer {
        facts = List.copyOf(facts);
    }

    static CoveredCustomer unknown(RowKey key) {
        return new CoveredCustomer(key, List.of(), null);
    }

    static CoveredCustomer read(RowKey key, String facts, @Nullable Long classId) {
        return new CoveredCustomer(key, JSON.readValue(facts, FACTS), classId);
    }

    String factsAsJson() {
        return JSON.writeValueAsString(facts);
    }

    CoveredCustomer with(CountedFact fact) {
        var all = new ArrayList<>(facts);
        all.add(fact);
        return new CoveredCustomer(key, all, classId);
    }

    CoveredCustomer without(String recordId) {
        return new CoveredCustomer(
                key,
                facts.stream().filter(fact -> !fact.eventId().equals(recordId)).toList(),
                classId);
    }

    CoveredCustomer inClass(long id) {
        return new CoveredCustomer(key, facts, id);
    }

    /** All that counts towards its terms. */
    List<CountedFact> factsBeside(CoveredCustomer forAllTerms) {
        return Stream.concat(facts.stream(), forAllTerms.facts().stream()).toList();
    }
}
