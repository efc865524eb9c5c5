package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.refused;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderOfArrivalTest {
    private static final List<String> MEMBERS_THAT_DIFFER =
            List.of("termsId", "digest", "recordId", "eventId", "position", "text");

    private static List<Object> customerFacts(String terms) {
        return List.of(
                accepted(terms, "c", 12, Instant.parse("2019-08-01T00:00:00Z"), Map.of("newsletter", Decision.GIVEN)),
                refused(terms, "c", 13, Instant.parse("2020-02-21T00:00:00Z")),
                accepted(terms, "c", 13, Instant.parse("2020-03-01T00:00:00Z"), Map.of("newsletter", Decision.REFUSED)),
                accepted(terms, "c", 14, Instant.parse("2020-03-20T00:00:00Z"), Map.of()));
    }

    private static void publish(AskedApplication application, String terms) {
        application.record(
                registered(terms),
                published(terms, 12, "2019-07-30", INITIAL),
                published(terms, 13, "2020-02-21", ACCEPTANCE),
                published(terms, 14, "2020-03-15", NOTICE));
    }

    @Test
    @DisplayName("同じ事実は、どの順に届いても同じ答えになる")
    void givesTheSameAnswerInWhateverOrderFactsArrive() {
        try (var application = AskedApplication.start()) {
            publish(application, "forward");
            publish(application, "backward");
            application.record(customerFacts("forward").toArray());
            var backward = new ArrayList<>(customerFacts("backward")).reversed();
            backward.forEach(application::record);

            for (var at : List.of(
                    "2019-07-31", "2019-09-01", "2020-02-20", "2020-02-22", "2020-03-10", "2020-03-16", "2020-03-21")) {
                var expected = comparable(standing(application, "forward", at));
                assertThat(comparable(standing(application, "backward", at)))
                        .as(at)
                        .isEqualTo(expected);
            }
        }
    }

    private static JsonNode standing(AskedApplication application, String terms, String day) {
        var answer = application.get(
                "/api/v1/customers/c/standing?termsId=" + terms + "&at=" + day + "T00:00:00Z&knownAt=position:16");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Without the names of the terms, their text and the places of the facts in the ledger. */
    private static String comparable(JsonNode answer) {
        var rest = answer.toString();
        for (var member : MEMBERS_THAT_DIFFER) {
            rest = rest.replaceAll("\"" + member + "\":(\"[^\"]*\"|\\d+)", "\"" + member + "\":null");
        }
        return rest;
    }
}
