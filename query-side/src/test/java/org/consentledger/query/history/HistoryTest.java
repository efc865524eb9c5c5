package org.consentledger.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.acceptedThroughYamada;
import static org.consentledger.query.Facts.annulled;
import static org.consentledger.query.Facts.decided;
import static org.consentledger.query.Facts.departureAnnulled;
import static org.consentledger.query.Facts.imported;
import static org.consentledger.query.Facts.left;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.refused;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.query.AskedApplication;
import org.consentledger.standing.CustomerFact.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryTest {
    private static final Instant ACCEPTED = Instant.parse("2019-08-01T01:02:03.000004Z");
    private static final Instant LATER = Instant.parse("2019-09-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforeAnnulment;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                registered("t"),
                registered("u"),
                published("t", 1, "2019-07-30", INITIAL),
                published("u", 1, "2019-07-30", INITIAL));
        application.record(accepted("t", "c", 1, ACCEPTED, Map.of("newsletter", Decision.REFUSED)));
        application.record(acceptedThroughYamada("u", "c", 1, "2019-08-02T00:00:00Z"));
        application.record(
                refused("t", "c", 1, LATER),
                decided("t", "c", "newsletter", Outcome.GIVEN, LATER),
                decided("t", "c", "newsletter", Outcome.WITHDRAWN, LATER),
                imported("t", "c", 1, LATER, DatePrecision.DAY),
                left(null, "c", LATER));
        beforeAnnulment = application.record(accepted("t", "other", 1, ACCEPTED, Map.of()));
        application.record(annulled("t", "c", id("REFUSED", 0)), departureAnnulled(null, "c", id("LEFT", 0)));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** The id of the so-many-th record of that kind. */
    private static String id(String kind, int number) {
        var ids = new ArrayList<String>();
        history("c", "").get("items").forEach(item -> {
            if (item.get("kind").stringValue().endsWith(kind)) {
                ids.add(item.get("recordId").stringValue());
            }
        });
        return ids.get(number);
    }

    private static JsonNode history(String customer, String question) {
        var answer = application.get("/api/v1/customers/" + customer + "/history?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> kinds(JsonNode page) {
        var kinds = new ArrayList<String>();
        page.get("items").forEach(item -> kinds.add(item.get("kind").stringValue()));
        return kinds;
    }

    @Test
    @DisplayName("ほかのお客様の続きのしるしでは、そのお客様のものは何も見えない")
    void aCursorOpensNothingOfTheCustomerItCameFrom() {
        var cursor = json(application.get("/api/v1/customers/c/history?limit=1"))
                .get("next")
                .stringValue();
        var alone = json(application.get("/api/v1/customers/other/history")).get("items");
        assertThat(alone).hasSize(1);
        assertThat(json(application.get("/api/v1/customers/other/history?cursor=" + cursor))
                        .get("items"))
                .isEqualTo(alone);
        assertThat(json(application.get("/api/v1/customers/nobody/history?cursor=" + cursor))
                        .get("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("履歴は、台帳が知った順にすべての事実を示し、鍵の記録は示さない")
    void tellsEveryFactInTheOrderOfTheLedger() {
        assertThat(kinds(history("c", "")))
                .containsExactly(
                        "EDITION_ACCEPTED",
                        "EDITION_ACCEPTED",
                        "EDITION_REFUSED",
                        "CONSENT_GIVEN",
                        "CONSENT_WITHDRAWN",
                        "EDITION_ACCEPTED",
                        "CUSTOMER_LEFT",
                        "RECORD_ANNULLED",
                        "DEPARTURE_ANNULLED");
        assertThat(kinds(history("c", "termsId=u")))
                .containsExactly("EDITION_ACCEPTED", "CUSTOMER_LEFT", "DEPARTURE_ANNULLED");
        assertThat(history("nobody", "termsId=t").get("items")).isEmpty();
    }

    @Test
    @DisplayName("新しい順にも、一枚ずつ残らず読める")
    void isReadFromItsNewestFactAsWell() {
        var newest = new ArrayList<JsonNode>();
        var cursor = "";
        while (cursor != null) {
            var page = history("c", "termsId=t&order=NEWEST_FIRST&limit=3" + cursor);
            page.get("items").forEach(newest::add);
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        var oldest = new ArrayList<JsonNode>();
        history("c", "termsId=t").get("items").forEach(oldest::add);
        assertThat(newest.reversed()).isEqualTo(oldest);
        assertThat(application.get("/api/v1/customers/c/history?order=newest").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsOfEachFactBothClocksAndOnWhatItRests() {
        var items = history("c", "termsId=t").get("items");
        var first = items.get(0);
        assertThat(first.get("expressedAt").stringValue()).isEqualTo("2019-08-01T01:02:03.000004Z");
        var leaf = (int) first.get("position").longValue();
        assertThat(first.get("recordedAt").stringValue())
                .isEqualTo(application.ledger().get(leaf).getTimestamp().toString());
        assertThat(first.get("eventId").stringValue())
                .isEqualTo(application.ledger().get(leaf).getIdentifier());
        assertThat(first.get("edition").intValue()).isEqualTo(1);
        assertThat(first.get("channel").stringValue()).isEqualTo("WEB");
        assertThat(first.at("/actor/kind").stringValue()).isEqualTo("SELF");
        assertThat(first.get("basis").stringValue()).isEqualTo("ACCEPTED");
        assertThat(first.at("/decisions/newsletter").stringValue()).isEqualTo("REFUSED");
        assertThat(first.get("recordedBy").isNull()).isTrue();

        var withdrawn = items.get(3);
        assertThat(withdrawn.get("purposeId").stringValue()).isEqualTo("newsletter");
        assertThat(withdrawn.get("decision").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("basis").stringValue()).isEqualTo("DECISION");
        assertThat(items.get(4).get("recordedAs")).hasToString("[\"IMPORTED\",\"IMPRECISE\"]");
        assertThat(items.get(4).at("/source/reference").stringValue()).isEqualTo("old.csv:7");
    }

    @Test
    @DisplayName("誰が行為したかは、封を開いて示す")
    void namesWhoActedThoughItIsSealed() {
        assertThat(history("c", "termsId=u").at("/items/0/actor/name").stringValue())
                .isEqualTo("山田太郎");
    }

    @Test
    @DisplayName("取り消された記録も履歴に残り、どの記録が取り消したかを示す")
    void marksWhatWasAnnulledAsSoonAsThatIsKnown() {
        var now = history("c", "termsId=t").get("items");
        assertThat(now.get(1).get("annulledBy")).isEqualTo(now.get(6).get("recordId"));
        assertThat(now.get(6).get("annuls")).isEqualTo(now.get(1).get("recordId"));
        assertThat(now.get(5).get("annulledBy")).isEqualTo(now.get(7).get("recordId"));

        var before = history("c", "termsId=t&knownAt=position:" + beforeAnnulment);
        assertThat(before.get("items")).hasSize(6);
        assertThat(before.at("/items/1/annulledBy").isNull()).isTrue();
        assertThat(before.get("ledgerSize").longValue()).isEqualTo(beforeAnnulment);
    }

    @Test
    @DisplayName("ある時点についての答えが、台帳が知るにつれてどう変わったかを示す")
    void explainsHowAnAnswerChangedAsTheLedgerLearned() {
        var question = "termsId=t&explain=true&at=2019-08-20T00:00:00Z";
        var answers = history("c", question).at("/explanation/answers");
        assertThat(answers).hasSize(2);
        assertThat(answers.at("/0/binding/mode").stringValue()).isEqualTo("NONE");
        assertThat(answers.at("/1/binding/mode").stringValue()).isEqualTo("ACCEPTED");
        assertThat(answers.at("/1/eventId")).isEqualTo(history("c", "termsId=t").at("/items/0/eventId"));
        assertThat(answers.at("/1/because/0/code").stringValue()).isEqualTo("ACCEPTED_EDITION");
        assertThat(history("c", question + "&knownAt=position:4").at("/explanation/answers"))
                .hasSize(1);

        var after =
                history("c", "termsId=t&explain=true&at=2019-09-01T10:00:00Z").at("/explanation/answers");
        assertThat(after.valueStream().map(answer -> answer.at("/binding/mode").stringValue()))
                .containsExactly("NONE", "ACCEPTED", "ACCEPTED", "ACCEPTED", "ENDED", "ACCEPTED");
        assertThat(history("c", "termsId=t").has("explanation")).isFalse();
    }

    @Test
    void comesPageByPage() {
        var all = new ArrayList<String>();
        var page = history("c", "limit=4");
        while (true) {
            all.addAll(kinds(page));
            if (page.get("next").isNull()) {
                break;
            }
            page = history("c", "limit=4&cursor=" + page.get("next").stringValue());
        }
        assertThat(all).isEqualTo(kinds(history("c", "")));
    }

    @Test
    void saysNoWithACode() {
        var unknown = application.get("/api/v1/customers/c/history?termsId=unknown");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).get("code").stringValue()).isEqualTo("TERMS_UNKNOWN");
        var cursor = application.get("/api/v1/customers/c/history?cursor=dA");
        assertThat(cursor.statusCode()).isEqualTo(400);
        assertThat(json(cursor).get("pointer").stringValue()).isEqualTo("query:cursor");
        for (var question : List.of("explain=true", "explain=yes&termsId=t", "termsId=t&at=2019-09-02T00:00:00Z")) {
            var answer = application.get("/api/v1/customers/c/history?" + question);
            assertThat(answer.statusCode()).as(question).isEqualTo(400);
        }
    }
}
