package org.consentledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.StatedFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Histories, explanations, records and lists of customers are what one finds by reading the ledger from its beginning. */
class RegistersOfRandomHistoryTest {
    private static final int FACTS = 120;
    private static final int QUESTIONS = 30;

    private final List<TrackedEventMessage<?>> ledger = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void answersAsIfReadFromTheLedgerItself(long seed) {
        var history = new RandomHistory(seed);
        try (var application = AskedApplication.start()) {
            application.record(history.beginning().toArray());
            application.record(history.facts(FACTS).toArray());
            for (int i = 0; i < 10; i++) {
                application.record(history.annulment(application.ledger()));
            }
            ledger.addAll(application.ledger());
            for (int i = 0; i < QUESTIONS; i++) {
                long size = 4 + history.upTo(ledger.size() - 4);
                compareHistory(application, history.customer(), i % 3 == 0 ? null : history.terms(), size);
                compareExplanation(application, history.customer(), history.terms(), history.instant(), size);
            }
            compareRecords(application);
            compareCustomers(application);
            compareStandings(application, history);
        }
    }

    private void compareHistory(AskedApplication application, String customer, @Nullable String terms, long size) {
        var path = "/api/v1/customers/" + customer + "/history?limit=7&knownAt=position:" + size
                + (terms == null ? "" : "&termsId=" + terms);
        var found = new ArrayList<String>();
        var page = json(application.get(path));
        while (true) {
            page.get("items")
                    .forEach(item -> found.add(item.get("eventId").stringValue() + " "
                            + item.get("position").longValue() + " " + text(item.get("annulledBy"))));
            if (page.get("next").isNull()) {
                break;
            }
            page = json(application.get(path + "&cursor=" + page.get("next").stringValue()));
        }
        assertThat(found)
                .as(path)
                .isEqualTo(IntStream.range(0, (int) size)
                        .filter(position -> concerns(ledger.get(position).getPayload(), customer, terms))
                        .mapToObj(position -> ledger.get(position).getIdentifier() + " " + position + " "
                                + annulledBy(ledger.get(position).getIdentifier(), size))
                        .toList());
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "-" : value.asString();
    }

    private static boolean concerns(Object event, String customer, @Nullable String terms) {
        if (!(event instanceof AboutCustomer about)
                || !about.customerId().value().equals(customer)) {
            return false;
        }
        TermsId of = switch (event) {
            case AgreementEvent agreement -> agreement.termsId();
            case CustomerEvent left -> CustomerFact.termsOf(left);
            default -> null;
        };
        return terms == null || of == null || of.value().equals(terms);
    }

    private String annulledBy(String recordId, long size) {
        return ledger.subList(0, (int) size).stream()
                .filter(message -> recordId.equals(annuls(message.getPayload())))
                .map(TrackedEventMessage::getIdentifier)
                .findFirst()
                .orElse("-");
    }

    private static @Nullable String annuls(Object event) {
        return switch (event) {
            case RecordAnnulled annulled -> annulled.recordId();
            case DepartureAnnulled annulled -> annulled.recordId();
            default -> null;
        };
    }

    private void compareExplanation(
            AskedApplication application, String customer, String terms, Instant at, long size) {
        var path = "/api/v1/customers/" + customer + "/history?explain=true&termsId=" + terms + "&at=" + at
                + "&knownAt=position:" + size;
        var told = json(application.get(path))
                .at("/explanation/answers")
                .valueStream()
                .map(answer -> answer.get("position").longValue() + " "
                        + answer.at("/binding/mode").stringValue() + " "
                        + text(answer.at("/edition/number")))
                .toList();
        var expected = new ArrayList<String>();
        var before = Standing.of(List.of(), List.of(), at);
        for (int n = 1; n <= size; n++) {
            var facts = StatedFacts.of(new TermsId(terms), new CustomerId(customer), recorded(n));
            var after = Standing.of(facts.terms(), facts.customer(), at);
            if (!after.equals(before)) {
                var edition = after.edition();
                expected.add((n - 1) + " " + after.mode() + " " + (edition == null ? "-" : edition.edition()));
            }
            before = after;
        }
        assertThat(told).as(path).isEqualTo(expected);
    }

    private List<Recorded<Object>> recorded(int size) {
        return IntStream.range(0, size)
                .mapToObj(position -> new Recorded<Object>(
                        ledger.get(position).getIdentifier(),
                        position,
                        ledger.get(position).getTimestamp(),
                        ledger.get(position).getPayload()))
                .toList();
    }

    private void compareRecords(AskedApplication application) {
        for (int position = 0; position < ledger.size(); position += 3) {
            var message = ledger.get(position);
            var answer = application.get("/api/v1/records/" + message.getIdentifier());
            if (message.getPayload() instanceof AboutCustomer about) {
                var told = json(answer);
                assertThat(told.get("position").longValue()).isEqualTo(position);
                assertThat(told.get("customerId").stringValue())
                        .isEqualTo(about.customerId().value());
                assertThat(text(told.get("annulledBy"))).isEqualTo(annulledBy(message.getIdentifier(), ledger.size()));
            } else {
                assertThat(answer.statusCode()).isEqualTo(404);
            }
        }
    }

    private void compareCustomers(AskedApplication application) {
        for (var prefix : List.of("c", "C", "c-", "c-1", "x")) {
            var expected = new TreeSet<String>();
            ledger.forEach(message -> {
                if (message.getPayload() instanceof AboutCustomer about
                        && about.customerId().value().startsWith(prefix)) {
                    expected.add(about.customerId().value());
                }
            });
            assertThat(json(application.get("/api/v1/customers?prefix=" + prefix))
                            .get("items")
                            .valueStream()
                            .map(item -> item.get("customerId").stringValue()))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static void compareStandings(AskedApplication application, RandomHistory history) {
        var size = "position:" + (4 + history.upTo(FACTS));
        var queries = new ArrayList<String>();
        var alone = new ArrayList<JsonNode>();
        for (int i = 0; i < QUESTIONS; i++) {
            var customer = history.customer();
            var terms = history.terms();
            var at = history.instant();
            queries.add("{\"customerId\":\"" + customer + "\",\"termsId\":\"" + terms + "\",\"at\":\"" + at + "\"}");
            alone.add(json(application.get("/api/v1/customers/" + customer + "/standing?termsId=" + terms + "&at=" + at
                    + "&knownAt=" + size)));
        }
        var body = "{\"knownAt\":\"" + size + "\",\"queries\":[" + String.join(",", queries) + "]}";
        assertThat(json(application.post("/api/v1/standing-queries", body))
                        .get("items")
                        .valueStream())
                .containsExactlyElementsOf(alone);
    }
}
