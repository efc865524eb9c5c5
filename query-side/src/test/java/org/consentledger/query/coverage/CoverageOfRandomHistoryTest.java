package org.consentledger.query.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.RandomHistory;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.StatedFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Counts and lists are what one finds by asking for the standing of every customer, one after the other. */
class CoverageOfRandomHistoryTest {
    private static final int FACTS = 120;

    /** Of the application, which tests move on. */
    private Instant now = InstantSource.system().instant();

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void countsAsIfEachWereAsked(long seed) {
        var history = new RandomHistory(seed);
        try (var application = AskedApplication.startAt(() -> now)) {
            application.record(history.beginning().toArray());
            var facts = history.facts(FACTS);
            for (int from = 0; from < facts.size(); ) {
                int until = Math.min(facts.size(), from + 1 + (int) history.upTo(60));
                application.record(facts.subList(from, until).toArray());
                application.record(history.annulment(application.ledger()));
                compareAll(application);
                from = until;
            }
            asTimePasses(application, history);

            application.rebuild(CoverageProjection.NAME);
            compareAll(application);
        }
    }

    /** Editions take effect and days of grace end without any event; one is published late, another withdrawn. */
    private void asTimePasses(AskedApplication application, RandomHistory history) {
        var soon = now.atZone(Facts.TOKYO).toLocalDate().plusDays(10);
        application.record(
                Facts.published("alpha", 20, soon.toString(), Change.Procedure.NOTICE),
                Facts.notice("alpha", 20, now.minusSeconds(60).toString()),
                Facts.published("alpha", 21, soon.plusDays(10).toString(), Change.Procedure.ACCEPTANCE),
                Facts.published("beta", 20, soon.toString(), Change.Procedure.ACCEPTANCE));
        for (int i = 0; i < 8; i++) {
            application.record(
                    Facts.accepted("alpha", history.customer(), 21, now.minusSeconds(30), Map.of()),
                    Facts.refused("beta", history.customer(), 20, now.minusSeconds(30)),
                    Facts.accepted("beta", history.customer(), 20, now.minusSeconds(20), Map.of()));
        }
        compareAll(application);
        for (int days = 0; days < 25; days += 5) {
            now = now.plus(Duration.ofDays(5));
            compareAll(application);
        }
        application.record(Facts.withdrawn("alpha", 21), Facts.withdrawn("beta", 20));
        compareAll(application);
        application.record(Facts.published("alpha", 15, "2020-06-01", Change.Procedure.ACCEPTANCE));
        compareAll(application);
    }

    private static void compareAll(AskedApplication application) {
        var ledger = application.ledger();
        for (var terms : List.of("alpha", "beta")) {
            for (var number : published(ledger, terms)) {
                compare(application, ledger, new TermsId(terms), number);
            }
        }
    }

    private static void compare(
            AskedApplication application, List<TrackedEventMessage<?>> ledger, TermsId terms, EditionNumber number) {
        var path = "/api/v1/terms/" + terms + "/editions/" + number;
        var answer = json(application.get(path + "/coverage"));
        var naive = naive(ledger, terms, number, Instant.parse(answer.get("at").stringValue()));

        var counts = new EnumMap<CoverageState, Integer>(CoverageState.class);
        naive.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        for (var state : CoverageState.values()) {
            assertThat(answer.at("/counts/" + state).intValue())
                    .as("%s %s at %s", path, state, answer.get("at"))
                    .isEqualTo(counts.getOrDefault(state, 0));
        }
        assertThat(listed(json(application.get(path + "/customers?limit=500")))).isEqualTo(naive);
        var csv = application.get(path + "/customers", "Accept", "text/csv").body();
        assertThat(csv.lines().skip(1).toList())
                .isEqualTo(naive.entrySet().stream()
                        .map(entry -> entry.getKey() + "," + entry.getValue())
                        .toList());
    }

    private static Map<String, CoverageState> listed(JsonNode page) {
        var listed = new TreeMap<String, CoverageState>();
        page.get("items")
                .forEach(item -> listed.put(
                        item.get("customerId").stringValue(),
                        CoverageState.valueOf(item.get("state").stringValue())));
        return listed;
    }

    private static Map<String, CoverageState> naive(
            List<TrackedEventMessage<?>> ledger, TermsId terms, EditionNumber number, Instant at) {
        var states = new TreeMap<String, CoverageState>();
        for (var customer : customers(ledger, terms)) {
            var facts = StatedFacts.of(terms, new CustomerId(customer), recorded(ledger));
            CoverageState.of(Standing.of(facts.terms(), facts.customer(), at), number)
                    .ifPresent(state -> states.put(customer, state));
        }
        return states;
    }

    /** Who ever did anything about these very terms. */
    private static Set<String> customers(List<TrackedEventMessage<?>> ledger, TermsId terms) {
        var customers = new TreeSet<String>();
        for (var message : ledger) {
            switch (message.getPayload()) {
                case AgreementEvent event
                when event.termsId().equals(terms) ->
                    customers.add(event.customerId().value());
                case CustomerEvent event
                when terms.equals(CustomerFact.termsOf(event)) ->
                    customers.add(event.customerId().value());
                default -> {}
            }
        }
        return customers;
    }

    private static List<EditionNumber> published(List<TrackedEventMessage<?>> ledger, String terms) {
        return ledger.stream()
                .map(TrackedEventMessage::getPayload)
                .filter(event -> event instanceof EditionPublished published
                        && published.termsId().value().equals(terms))
                .map(event -> ((EditionPublished) event).edition())
                .toList();
    }

    private static List<Recorded<Object>> recorded(List<TrackedEventMessage<?>> ledger) {
        var recorded = new ArrayList<Recorded<Object>>();
        for (int position = 0; position < ledger.size(); position++) {
            var message = ledger.get(position);
            recorded.add(
                    new Recorded<>(message.getIdentifier(), position, message.getTimestamp(), message.getPayload()));
        }
        return recorded;
    }
}
