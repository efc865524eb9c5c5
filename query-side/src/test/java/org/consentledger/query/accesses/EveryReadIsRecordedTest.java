package org.consentledger.query.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.access.Endpoints;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of this side says whether it reads customers' data; a new one that does not say so fails here. */
class EveryReadIsRecordedTest {
    private static final String CUSTOMER = "looked.at";
    private static final String AT = "2019-08-01T00:00:00Z";
    private static final String OF_CUSTOMER = "/api/v1/customers/{customerId}/";
    private static final String OF_EDITION = "/api/v1/terms/{termsId}/editions/{number}";
    private static final String REQUEST = "01a209ff-07af-70b6-bc91-c1f6b8913461";

    private static final Set<String> ABOUT_NO_CUSTOMER = Set.of(
            "/api/v1/accesses",
            "/api/v1/terms",
            "/api/v1/terms/{termsId}",
            "/api/v1/terms/{termsId}/editions",
            "/api/v1/terms/{termsId}/in-force",
            "/api/v1/terms/{termsId}/comparisons/{old}/{new}",
            OF_EDITION,
            OF_EDITION + "/coverage",
            "/api/v1/verifications",
            "/ledger/checkpoint",
            "/ledger/health",
            "/ledger/key",
            "/ledger/key-changes",
            "/ledger/receipts/{eventId}",
            "/ledger/timestamps",
            "/ledger/timestamps/{number}",
            "/ledger/timestamps/{number}/checkpoint",
            "/ledger/tile/**");

    /** How a customer's data are read, and what is recorded of it: question, customer, and what else it is about. */
    record Read(String endpoint, String asked, String body, String accept, String recorded) {
        static Read of(String endpoint, String asked, String recorded) {
            return new Read(endpoint, asked, "", "*/*", recorded);
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @SuppressWarnings("NullAway.Init")
    private static String record;

    @BeforeAll
    static void given() {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        application.record(
                accepted("t", CUSTOMER, 1, AT),
                new DisclosureRequested(
                        new CustomerId(CUSTOMER), REQUEST, "すべて", Instant.parse(AT), Channel.WEB, Actor.self()));
        record = application
                .jdbc()
                .sql("select event_id::text from ledger.event where payload_type = 'agreement.EditionAccepted'")
                .query(String.class)
                .single();
        // What is asked again is recorded again.
        application.awaitProjections();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static Stream<Read> reads() {
        var ofCustomer = CUSTOMER + " t";
        return Stream.of(
                Read.of(OF_CUSTOMER + "standing", "standing?termsId=t", "STANDING " + ofCustomer),
                Read.of(OF_CUSTOMER + "standing", "standing?termsId=t&on=2020-01-01", "STANDING " + ofCustomer),
                Read.of(
                        OF_CUSTOMER + "permissions/{purposeId}",
                        "permissions/newsletter?termsId=t",
                        "PERMISSION " + ofCustomer + "/newsletter"),
                Read.of(OF_CUSTOMER + "history", "history", "HISTORY " + CUSTOMER + " "),
                Read.of(OF_CUSTOMER + "history", "history?termsId=t&explain=true", "HISTORY " + ofCustomer),
                Read.of(OF_CUSTOMER + "requests", "requests", "REQUESTS " + CUSTOMER + " "),
                Read.of(
                        OF_CUSTOMER + "requests/{requestId}/disclosure",
                        "requests/" + REQUEST + "/disclosure",
                        "DISCLOSURE " + CUSTOMER + " " + REQUEST),
                Read.of(OF_CUSTOMER + "legal-holds", "legal-holds", "LEGAL_HOLDS " + CUSTOMER + " "),
                Read.of(OF_CUSTOMER + "provisions", "provisions", "PROVISIONS " + CUSTOMER + " "),
                Read.of(OF_CUSTOMER + "dossier", "dossier?termsId=t", "DOSSIER " + ofCustomer),
                Read.of(OF_CUSTOMER + "dossier", "dossier?termsId=t&keys=true", "DOSSIER_WITH_KEYS " + ofCustomer),
                Read.of(OF_CUSTOMER + "accesses", "accesses", "ACCESSES " + CUSTOMER + " "),
                Read.of("/api/v1/records/{recordId}", "/api/v1/records/RECORD", "RECORD " + CUSTOMER + " RECORD"),
                Read.of("/api/v1/customers", "/api/v1/customers?prefix=look", "CUSTOMERS - look"),
                Read.of("/api/v1/erasures", "/api/v1/erasures?state=WAITING", "ERASURES - WAITING"),
                Read.of(
                        OF_EDITION + "/customers",
                        "/api/v1/terms/t/editions/1/customers?state=ACCEPTED",
                        "CUSTOMERS_OF_EDITION - t/1/ACCEPTED"),
                new Read(
                        OF_EDITION + "/customers",
                        "/api/v1/terms/t/editions/1/customers",
                        "",
                        "text/csv",
                        "CUSTOMERS_OF_EDITION - t/1"),
                new Read(
                        "/api/v1/replays",
                        "/api/v1/replays",
                        "{\"customerId\":\"" + CUSTOMER + "\",\"termsId\":\"t\"}",
                        "*/*",
                        "REPLAY " + ofCustomer),
                new Read(
                        "/api/v1/standing-queries",
                        "/api/v1/standing-queries",
                        "{\"queries\":[{\"customerId\":\"" + CUSTOMER + "\",\"termsId\":\"t\"}]}",
                        "*/*",
                        "STANDING " + ofCustomer));
    }

    @ParameterizedTest
    @MethodSource("reads")
    @DisplayName("お客様のデータを見る問いは、どれも一つの閲覧の記録を残す")
    void leavesOneRecord(Read read) {
        long before = number();
        var path = read.asked().startsWith("/") ? read.asked() : "/api/v1/customers/" + CUSTOMER + "/" + read.asked();
        path = path.replace("RECORD", record);

        var answer = read.body().isEmpty()
                ? application.get(path, "Accept", read.accept())
                : application.post(path, read.body(), "Accept", read.accept());

        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(read.endpoint().endsWith("/disclosure") ? 409 : 200);
        assertThat(recordedAfter(before)).containsExactly(read.recorded().replaceFirst("RECORD$", record));
    }

    @Test
    @DisplayName("閲覧の記録を残すかどうかが決まっていない入口はない")
    void saysOfEveryEndpointWhetherItReadsCustomersData() {
        var endpoints = new TreeSet<String>();
        application.bean(Endpoints.class).all().forEach(endpoint -> endpoints.add(endpoint.path()));
        var said = new TreeSet<>(ABOUT_NO_CUSTOMER);
        reads().map(Read::endpoint).forEach(said::add);

        assertThat(endpoints).containsExactlyElementsOf(said);
    }

    @Test
    @DisplayName("運用担当が処理できなかった記録の一覧を見ることも、一つの閲覧の記録を残す")
    void recordsTheListsOfDeadLetters() {
        long before = number();

        assertThat(application.get("/actuator/deadletters").statusCode()).isEqualTo(200);
        assertThat(application.get("/actuator/deadletters/standing").statusCode())
                .isEqualTo(200);
        assertThat(application.get("/actuator/deadletters/none").statusCode()).isEqualTo(404);
        assertThat(recordedAfter(before)).containsExactly("DEAD_LETTERS - ", "DEAD_LETTERS - standing");
    }

    @Test
    @DisplayName("何人分の問いでも、お客様ごとに一つの記録が残る")
    void recordsEachCustomerOfAQuestionAboutMany() {
        long before = number();

        var answer = application.post("/api/v1/standing-queries", """
                {"queries":[{"customerId":"a","termsId":"t"},{"customerId":"b","termsId":"t"},
                            {"customerId":"a","termsId":"t","at":"2019-08-02T00:00:00Z"}]}""");

        assertThat(json(answer).get("items")).hasSize(3);
        assertThat(recordedAfter(before)).containsExactly("STANDING a t", "STANDING b t");
    }

    @Test
    @DisplayName("形の正しくない問いは、何も見せず、記録も残さない")
    void recordsNoMalformedQuestion() {
        long before = number();

        assertThat(application
                        .get("/api/v1/customers/a/standing?termsId=t&at=never")
                        .statusCode())
                .isEqualTo(400);
        assertThat(application.get("/api/v1/records/" + REQUEST).statusCode()).isEqualTo(404);
        assertThat(recordedAfter(before)).isEmpty();
    }

    private static long number() {
        return application
                .jdbc()
                .sql("select coalesce(max(number), 0) from query.access_record")
                .query(Long.class)
                .single();
    }

    private static List<String> recordedAfter(long number) {
        return application
                .jdbc()
                .sql("select question || ' ' || coalesce(customer_id, '-') || ' ' || about from query.access_record"
                        + " where number > ? order by number")
                .param(number)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
