package org.consentledger.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.acceptedThroughYamada;
import static org.consentledger.query.Facts.left;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.SuspensionOfUseRequested;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static final CustomerId ASKER = new CustomerId("asker");
    private static final String GRANTED = "01a209ff-07af-70b6-bc91-c1f6b8913461";
    private static final String OPEN = "01a209ff-07af-70b6-bc91-c1f6b8913462";
    private static final String SUSPENSION = "01a209ff-07af-70b6-bc91-c1f6b8913463";
    private static final Instant AT = Instant.parse("2020-03-01T00:00:00Z");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "佐藤花子", null, null);

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        application.record(acceptedThroughYamada("t", "asker", 1, "2019-08-01T00:00:00Z"));
        application.record(
                acceptedThroughYamada("t", "other", 1, "2019-08-01T00:00:00Z"),
                new DisclosureRequested(ASKER, GRANTED, "<b>すべて</b>", AT, Channel.LETTER, Actor.self()),
                new DisclosureRequested(ASKER, OPEN, null, AT, Channel.LETTER, Actor.self()),
                new SuspensionOfUseRequested(ASKER, SUSPENSION, null, AT, Channel.WEB, Actor.self()),
                new IdentityConfirmed(ASKER, GRANTED, "運転免許証", AT, CLERK),
                new FeePaid(ASKER, GRANTED, 500, "JPY", AT, CLERK),
                new UseSuspended(ASKER, SUSPENSION, "請求のとおり", AT, CLERK),
                new PersonalDataProvided(
                        ASKER,
                        new TermsId("t"),
                        new PurposeId("service"),
                        "株式会社提供先",
                        List.of("氏名", "住所"),
                        AT,
                        false,
                        null),
                left("t", "asker", AT),
                new RequestGranted(ASKER, GRANTED, "請求のとおり", AT, CLERK));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static HttpResponse<String> disclosure(String customer, String request, String... headers) {
        return application.get("/api/v1/customers/" + customer + "/requests/" + request + "/disclosure", headers);
    }

    @Test
    @DisplayName("開示は、お客様についてのすべての記録と、現在の状況からなる")
    void holdsEverythingAboutTheCustomer() {
        var answer = disclosure("asker", GRANTED, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var disclosure = json(answer);
        assertThat(disclosure.at("/records").size()).isEqualTo(10);
        assertThat(disclosure.at("/records/0/event").stringValue()).isEqualTo("agreement.EditionAccepted");
        assertThat(disclosure.at("/records/0/said/actor/name").stringValue()).isEqualTo("山田太郎");
        assertThat(disclosure.at("/standings/0/binding/mode").stringValue()).isEqualTo("ENDED");
        assertThat(disclosure.at("/standings/0/purposes").size()).isEqualTo(3);
        assertThat(answer.body()).doesNotContain("\"other\"");
    }

    @Test
    @DisplayName("開示の書面は、日本語でも英語でも読める")
    void isReadAsAPage() {
        var page = disclosure("asker", GRANTED, "Accept", "text/html", "Accept-Language", "ja");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains("保有個人データの開示", "山田太郎", "当社の担当者", "株式会社提供先", "氏名、住所", "運転免許証", "2020年3月1日 09:00:00")
                .contains("&lt;b&gt;すべて&lt;/b&gt;")
                .doesNotContain("<b>");
        assertThat(disclosure("asker", GRANTED, "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("Disclosure of personal data held", "a member of staff", "Records (10)");
    }

    @Test
    @DisplayName("認めていない請求、開示でない請求、ほかのお客様の請求からは、何も開示しない")
    void disclosesNothingThatWasNotGranted() {
        refused(409, "NOT_GRANTED", disclosure("asker", OPEN));
        refused(409, "NOT_GRANTED", disclosure("asker", SUSPENSION));
        refused(404, "REQUEST_UNKNOWN", disclosure("other", GRANTED));
        refused(404, "REQUEST_UNKNOWN", disclosure("asker", GRANTED.replace('1', '2')));
        refused(400, "MALFORMED", disclosure("asker", "one"));
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).at("/code").stringValue()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("山田");
    }

    @Test
    @DisplayName("どの記録のどの項目にも、二つの言葉の名がある")
    void hasWordsForEachMemberOfEachEvent() {
        Set<String> keys = new TreeSet<>();
        EventTypes.all().forEach((name, event) -> {
            if (AboutCustomer.class.isAssignableFrom(event)) {
                keys.add("event." + name);
                collect(event, "", keys);
            }
        });
        keys.remove("label.customerId");
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(Wording.TEXTS.keys(language)).containsAll(keys);
        }
        assertThat(Wording.TEXTS.keys(Locale.JAPANESE)).isEqualTo(Wording.TEXTS.keys(Locale.ENGLISH));
    }

    private static void collect(Class<?> type, String path, Set<String> keys) {
        for (var component : type.getRecordComponents()) {
            var of = element(component);
            if (of.isRecord() && of.getRecordComponents().length > 1) {
                collect(of, path + component.getName() + ".", keys);
            } else {
                keys.add("label." + path + component.getName());
                if (of.isEnum()) {
                    for (var constant : of.getEnumConstants()) {
                        keys.add("value." + path + component.getName() + "." + constant);
                    }
                }
            }
        }
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : component.getType();
    }
}
