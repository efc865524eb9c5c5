package org.consentledger.command.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.command.platform.RecordOfThePast.Known;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.personal.CustomerKeys;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.store.ReadAhead;

/** Asks the ledger by two questions for all that the records of many customers and their commands will ask for. */
final class LookingUp {
    /** An agreement that holds more is read when it is its turn, so that what is in memory does not grow with it. */
    private static final int MOST_EVENTS = 16;

    private final AnsweredRequests answered;
    private final EventRows events;
    private final RecordedTerms terms;

    LookingUp(AnsweredRequests answered, EventRows events, RecordedTerms terms) {
        this.answered = answered;
        this.events = events;
        this.terms = terms;
    }

    /** In their order. */
    List<LookedUp> up(List<RecordOfThePast> records) {
        var before = answered.askedBefore(
                records.stream().map(RecordOfThePast::claim).toList());
        var unknown = new ArrayList<RecordOfThePast>();
        var known = new ArrayList<Known>();
        for (int i = 0; i < records.size(); i++) {
            known.add(AnsweredRequests.known(records.get(i).claim(), before.get(i)));
            if (known.get(i) == Known.NOTHING) {
                unknown.add(records.get(i));
            }
        }
        var ahead = readAhead(unknown);
        var keys = new HashMap<CustomerId, CustomerKeys>();
        var lookedUp = new ArrayList<LookedUp>();
        for (int i = 0; i < records.size(); i++) {
            var customerId = records.get(i).customerId();
            var asked = before.get(i);
            lookedUp.add(new LookedUp(
                    records.get(i),
                    known.get(i),
                    keys.computeIfAbsent(customerId, _ -> asked.keys()),
                    ahead.computeIfAbsent(customerId, _ -> new ReadAhead())));
        }
        return lookedUp;
    }

    /**
     * What a command of this customer will ask for, as far as it is known without a question: terms as they were when somebody
     * asked before, and that of a customer without data keys nothing is recorded. Where it is not so any more, what the
     * command appends is refused; what it was rejected for may not be so either.
     */
    ReadAhead remembered(CustomerKeys keys) {
        var ahead = new ReadAhead();
        var customerId = keys.customerId();
        boolean isNew = !keys.hasAny();
        for (var one : terms.remembered()) {
            ahead.add(AggregateIds.terms(one.termsId()), one.nextSequence(), List.of());
            if (isNew) {
                ahead.add(AggregateIds.agreement(one.termsId(), customerId), 0, List.of());
            }
        }
        if (isNew) {
            ahead.add(AggregateIds.customer(customerId), 0, List.of());
        }
        return ahead;
    }

    private Map<CustomerId, ReadAhead> readAhead(List<RecordOfThePast> records) {
        var heads = records.stream()
                .map(RecordOfThePast::termsId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), termsId -> terms.of(termsId).nextSequence()));
        var streams = new HashMap<CustomerId, Set<String>>();
        records.forEach(record -> streams.merge(record.customerId(), streamsOf(record), LookingUp::both));
        var found = events.ofAggregates(
                streams.values().stream().flatMap(Set::stream).toList(), MOST_EVENTS);
        var ahead = new HashMap<CustomerId, ReadAhead>();
        streams.forEach((customerId, ids) -> ahead.put(customerId, of(ids, found, heads)));
        return ahead;
    }

    private static Set<String> streamsOf(RecordOfThePast record) {
        var customer = AggregateIds.customer(record.customerId());
        return record.termsId() == null
                ? Set.of(customer)
                : Set.of(customer, AggregateIds.agreement(record.termsId(), record.customerId()));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static ReadAhead of(Set<String> ids, Map<String, List<StoredEvent>> found, Map<TermsId, Long> heads) {
        var ahead = new ReadAhead();
        for (String id : ids) {
            var events = found.getOrDefault(id, List.of());
            if (events.size() < MOST_EVENTS) {
                ahead.add(id, 0, events);
            }
        }
        heads.forEach((termsId, next) -> ahead.add(AggregateIds.terms(termsId), next, List.of()));
        return ahead;
    }
}
