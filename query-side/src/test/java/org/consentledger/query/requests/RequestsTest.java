package org.consentledger.query.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.CorrectionRequested;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.SuspensionOfUseRequested;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RequestsTest {
    private static final CustomerId ASKER = new CustomerId("asker");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "山田太郎", null, null);
    /** 01:00 of the next day in Japan. */
    private static final Instant ARRIVED = Instant.parse("2020-02-28T16:00:00Z");

    private static final Instant GRANTED = Instant.parse("2020-03-02T00:00:00Z");
    private static final Instant LIFTED = Instant.parse("2020-04-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long whileSuspended;
    private static long beforeTheDecision;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        application.record(accepted("t", "asker", 1, "2019-08-01T00:00:00Z"));
        beforeTheDecision = application.record(
                new SuspensionOfUseRequested(ASKER, "one", "案内を止めてほしい", ARRIVED, Channel.WEB, Actor.self()),
                new CorrectionRequested(ASKER, "two", "住所", ARRIVED, Channel.PHONE, Actor.self()),
                new IdentityConfirmed(ASKER, "one", "運転免許証", ARRIVED, CLERK),
                new FeeCharged(ASKER, "one", 500, "JPY", ARRIVED, CLERK),
                new FeePaid(ASKER, "one", 500, "JPY", ARRIVED, CLERK),
                new IdentityNotConfirmed(ASKER, "two", "電話", ARRIVED, CLERK),
                new RequestDeclined(ASKER, "two", "ご本人と確認できないため", ARRIVED, CLERK),
                new RequestCompleted(ASKER, "two", ARRIVED, CLERK));
        whileSuspended = application.record(new UseSuspended(ASKER, "one", "請求のとおり", GRANTED, CLERK));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode requests(String question) {
        var answer = application.get("/api/v1/customers/asker/requests" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return json(answer);
    }

    @Test
    @DisplayName("請求ごとに、状態、期限、各手続を、行った者と言葉とともに答える")
    void tellsWhereEachRequestStands() {
        var one = requests("").at("/items/0");
        assertThat(one.at("/requestId").stringValue()).isEqualTo("one");
        assertThat(one.at("/kind").stringValue()).isEqualTo("SUSPENSION_OF_USE");
        assertThat(one.at("/dueOn").stringValue()).isEqualTo("2020-03-14");
        assertThat(one.at("/steps/0/said").stringValue()).isEqualTo("案内を止めてほしい");
        assertThat(one.at("/steps/1/said").stringValue()).isEqualTo("運転免許証");
        assertThat(one.at("/steps/1/actor/name").stringValue()).isEqualTo("山田太郎");
        assertThat(one.at("/steps/2/amount").longValue()).isEqualTo(500);
        assertThat(one.at("/steps/4/step").stringValue()).isEqualTo("DECISION");
        assertThat(one.at("/steps/4/outcome").stringValue()).isEqualTo("GRANTED");

        var two = requests("").at("/items/1");
        assertThat(two.at("/state").stringValue()).isEqualTo("COMPLETED");
        assertThat(two.at("/nextStep").isNull()).isTrue();
        assertThat(two.at("/overdue").booleanValue()).isFalse();
        assertThat(two.at("/steps").size()).isEqualTo(4);
    }

    @Test
    @DisplayName("一覧は続きから読める")
    void answersPartByPart() {
        var first = requests("?limit=1");
        assertThat(first.at("/items").size()).isEqualTo(1);
        var rest = requests("?limit=1&cursor=" + first.at("/next").stringValue());
        assertThat(rest.at("/items/0/requestId").stringValue()).isEqualTo("two");
        assertThat(rest.at("/next").isNull()).isTrue();
        assertThat(json(application.get("/api/v1/customers/nobody/requests"))
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("認めた利用停止は、解除まで、法令に基づく目的のほかの利用を許さない")
    void aSuspensionForbidsTheUseUntilItIsLifted() {
        assertThat(requests("").at("/items/0/useSuspended").booleanValue()).isTrue();
        assertThat(requests("").at("/items/0/overdue").booleanValue()).isTrue();
        var known = "knownAt=position:" + whileSuspended;
        var suspended = permission("service", known);
        assertThat(suspended.at("/permitted").booleanValue()).isFalse();
        assertThat(suspended.at("/state").stringValue()).isEqualTo("CONSENTED");
        assertThat(suspended.at("/because").toString()).contains("USE_SUSPENDED", "suspended since 2020-03-02");
        assertThat(permission("law", known).at("/permitted").booleanValue()).isTrue();
        assertThat(permission("service", known + "&at=2020-03-01T23:59:59Z")
                        .at("/permitted")
                        .booleanValue())
                .isTrue();
        var standing = json(application.get("/api/v1/customers/asker/standing?termsId=t&" + known));
        assertThat(standing.at("/because").toString()).contains("USE_SUSPENDED");

        application.record(new SuspensionOfUseLifted(ASKER, "one", "お客様のお申し出", LIFTED, CLERK));
        assertThat(requests("").at("/items/0/useSuspended").booleanValue()).isFalse();
        assertThat(permission("service", "").at("/permitted").booleanValue()).isTrue();
        assertThat(permission("service", "at=2020-03-31T00:00:00Z")
                        .at("/permitted")
                        .booleanValue())
                .isFalse();
        assertThat(permission("service", known).at("/permitted").booleanValue()).isFalse();
    }

    @Test
    @DisplayName("ある時点で知られていたとおりの一覧を答え、期限もその時で測る")
    void answersAsKnownThen() {
        var then = requests("?knownAt=position:" + beforeTheDecision).at("/items/0");

        assertThat(then.at("/steps").size()).isEqualTo(4);
        assertThat(then.at("/nextStep").stringValue()).isEqualTo("DECISION");
        assertThat(then.at("/useSuspended").booleanValue()).isFalse();
        assertThat(requests("?knownAt=position:0").at("/items").isEmpty()).isTrue();
        assertThat(application
                        .get("/api/v1/customers/asker/requests?knownAt=2999-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("まだ届いていない記録を待ち、届かなければ、空とは答えない")
    void waitsForALeaf() {
        var answer = application.getOnce("/api/v1/customers/asker/requests", "Ledger-Position", "1000000");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("PROJECTION_BEHIND");
    }

    private static JsonNode permission(String purpose, String question) {
        return json(application.get(
                "/api/v1/customers/asker/permissions/" + purpose + "?termsId=t&" + question, "Accept-Language", "en"));
    }

    @Test
    @DisplayName("表には、個人データも言葉も置かない")
    void keepsNoWordsInItsTable() {
        assertThat(application
                        .jdbc()
                        .sql("select row_to_json(row)::text from " + application.table("about", "about_customer")
                                + " row")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("山田") || row.contains("住所"));
    }
}
