package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.RandomHistory;
import org.consentledger.query.facts.StandingProjection;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.TermsFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the projection answers is what one finds by reading the ledger from its beginning. */
class RandomHistoryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FACTS = 250;
    private static final int QUESTIONS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsIfReadFromTheLedgerItself(long seed) {
        var history = new RandomHistory(seed);
        try (var application = AskedApplication.start()) {
            long size = inBatches(application, history);
            var ledger = application.ledger();
            for (int i = 0; i < QUESTIONS; i++) {
                askedAndRecomputed(application, history, ledger, size);
            }
        }
    }

    @Test
    void answersTheSameAfterBeingRebuilt() {
        var history = new RandomHistory(4);
        try (var application = AskedApplication.start()) {
            inBatches(application, history);
            var questions = new ArrayList<String>();
            for (int i = 0; i < QUESTIONS; i++) {
                questions.add(question(history.customer(), history.terms(), history.instant(), history.upTo(FACTS)));
            }
            var before = questions.stream()
                    .map(question -> body(application, question))
                    .toList();

            application.rebuild(StandingProjection.NAME);

            assertThat(questions.stream()
                            .map(question -> body(application, question))
                            .toList())
                    .isEqualTo(before);
        }
    }

    private static long inBatches(AskedApplication application, RandomHistory history) {
        long size = application.record(history.beginning().toArray());
        var facts = history.facts(FACTS);
        for (int from = 0; from < facts.size(); ) {
            int until = Math.min(facts.size(), from + 1 + (int) history.upTo(20));
            size = application.record(facts.subList(from, until).toArray());
            from = until;
        }
        return size;
    }

    private static void askedAndRecomputed(
            AskedApplication application, RandomHistory history, List<TrackedEventMessage<?>> ledger, long size) {
        var customer = new CustomerId(history.customer());
        var terms = new TermsId(history.terms());
        var at = history.instant();
        long n = 4 + history.upTo(size - 4);

        var standing = Standing.of(
                termsFacts(ledger.subList(0, (int) n), terms),
                customerFacts(ledger.subList(0, (int) n), terms, customer),
                at);
        var expected = JSON.readTree(JSON.writeValueAsString(StandingAnswer.OfInstant.of(
                customer, terms, at, "position:" + n, n, standing, new Because(Locale.JAPANESE).in(Facts.TOKYO))));

        var question = question(customer.value(), terms.value(), at, n);
        assertThat(body(application, question)).as(question).isEqualTo(expected);
    }

    private static String question(String customer, String terms, Instant at, long n) {
        return "/api/v1/customers/" + customer + "/standing?termsId=" + terms + "&at=" + at + "&knownAt=position:" + n;
    }

    private static JsonNode body(AskedApplication application, String question) {
        return json(application.get(question));
    }

    private static List<Recorded<TermsFact>> termsFacts(List<TrackedEventMessage<?>> ledger, TermsId terms) {
        var facts = new ArrayList<Recorded<TermsFact>>();
        for (int position = 0; position < ledger.size(); position++) {
            var message = ledger.get(position);
            if (message.getPayload() instanceof TermsEvent event
                    && event.termsId().equals(terms)) {
                TermsFact.of(event).map(recorded(message, position)).ifPresent(facts::add);
            }
        }
        return facts;
    }

    private static List<Recorded<CustomerFact>> customerFacts(
            List<TrackedEventMessage<?>> ledger, TermsId terms, CustomerId customer) {
        var facts = new ArrayList<Recorded<CustomerFact>>();
        for (int position = 0; position < ledger.size(); position++) {
            var message = ledger.get(position);
            fact(message.getPayload(), terms, customer)
                    .map(recorded(message, position))
                    .ifPresent(facts::add);
        }
        return facts;
    }

    private static Optional<CustomerFact> fact(Object event, TermsId terms, CustomerId customer) {
        return switch (event) {
            case AgreementEvent agreement
            when agreement.customerId().equals(customer) && agreement.termsId().equals(terms) ->
                Optional.of(CustomerFact.of(agreement));
            case CustomerLeft left
            when left.customerId().equals(customer)
                    && (left.termsId() == null || left.termsId().equals(terms)) -> CustomerFact.of(left);
            default -> Optional.empty();
        };
    }

    private static <F> Function<F, Recorded<F>> recorded(TrackedEventMessage<?> message, int position) {
        return fact -> new Recorded<>(message.getIdentifier(), position, message.getTimestamp(), fact);
    }
}
