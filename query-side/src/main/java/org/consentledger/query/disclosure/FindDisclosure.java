package org.consentledger.query.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.about.FindAbout;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Times;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Standing;
import org.springframework.stereotype.Component;

/** Puts together what is held about a customer, for a request that was granted and for nobody else. */
@Component
class FindDisclosure {
    private final FindAbout findAbout;
    private final FindFacts findFacts;
    private final Times times;

    FindDisclosure(FindAbout findAbout, FindFacts findFacts, Times times) {
        this.findAbout = findAbout;
        this.findFacts = findFacts;
        this.times = times;
    }

    /**
     * The content of a disclosure.
     *
     * @throws QuestionRejected {@code REQUEST_UNKNOWN}; {@code NOT_GRANTED} where it is no disclosure that was granted
     */
    Disclosure find(CustomerId customerId, String requestId, KnownLeaves known, Because words) {
        var granted = granted(findAbout.ofRequest(customerId, requestId, known.size()));
        var all = findAbout.all(customerId, known.size());
        var now = times.now(known);
        return new Disclosure(
                customerId,
                requestId,
                granted,
                now,
                terms(all).stream()
                        .map(termsId -> standing(customerId, termsId, now, known, words))
                        .toList(),
                all.stream().map(Disclosure.Held::of).toList(),
                known.size());
    }

    private static Instant granted(List<RecordedEvent> request) {
        if (request.isEmpty()) {
            throw new QuestionRejected(Code.REQUEST_UNKNOWN);
        }
        return request.stream()
                .map(RecordedEvent::payload)
                .filter(_ -> request.getFirst().payload() instanceof DisclosureRequested)
                .filter(RequestGranted.class::isInstance)
                .map(event -> ((RequestGranted) event).expressedAt())
                .findFirst()
                .orElseThrow(() -> new QuestionRejected(Code.NOT_GRANTED));
    }

    /** Those that the events name, in the order of their names. */
    private static List<TermsId> terms(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::payload)
                .flatMap(FindDisclosure::termsOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<TermsId> termsOf(Object event) {
        return switch (event) {
            case AgreementEvent agreement -> Stream.of(agreement.termsId());
            case PersonalDataProvided provided -> Stream.of(provided.termsId());
            case CustomerEvent customer -> Stream.ofNullable(CustomerFact.termsOf(customer));
            default -> Stream.of();
        };
    }

    private OfInstant standing(CustomerId customerId, TermsId termsId, Instant now, KnownLeaves known, Because words) {
        var facts = findFacts.amongFirst(known.size(), termsId, customerId);
        var zone = findFacts.zone(facts, termsId);
        return OfInstant.of(
                customerId,
                termsId,
                now,
                known.knownAt(),
                known.size(),
                Standing.of(facts.terms(), facts.customer(), now),
                words.in(zone));
    }
}
