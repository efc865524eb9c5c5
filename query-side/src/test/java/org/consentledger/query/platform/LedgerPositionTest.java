package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.events.terms.Change;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerPositionTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long size;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        size = application.record(
                Facts.registered("t"), Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** Each test has a customer of its own, and leaves the projection running. */
    private static String standing(String customer) {
        return "/api/v1/customers/" + customer + "/standing?termsId=t";
    }

    private static void records(String customer, String at) {
        size = application.record(accepted("t", customer, 1, at));
    }

    private static void whileStopped(Runnable questions) {
        whileStopped("standing", questions);
    }

    private static void whileStopped(String projection, Runnable questions) {
        var processor = application.processor(projection);
        processor.shutDown();
        try {
            questions.run();
        } finally {
            processor.start();
        }
    }

    @Test
    @DisplayName("書いた直後の問いには、その記録を含めて答える")
    void includesWhatWasJustWritten() {
        for (int i = 0; i < 50; i++) {
            records("just-" + i, "2020-01-01T00:00:00Z");
            var answer = application.getOnce(standing("just-" + i), "Ledger-Position", Long.toString(size - 1));
            assertThat(json(answer).at("/binding/mode").stringValue()).isEqualTo("ACCEPTED");
            assertThat(json(answer).get("ledgerSize").longValue()).isEqualTo(size);
        }
    }

    @Test
    void saysThatTheProjectionIsBehindRatherThanAnswerWithoutAFact() {
        whileStopped(() -> {
            records("behind", "2020-01-01T00:00:00Z");
            isBehind(application.getOnce(standing("behind"), "Ledger-Position", Long.toString(size - 1)));
            isBehind(application.getOnce(standing("behind")));
            assertThat(application.get("/api/v1/terms").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void waitsForTermsInsteadOfSayingThatThereAreNone() {
        whileStopped("terms", () -> {
            size = application.record(Facts.registered("new"));
            isBehind(application.getOnce("/api/v1/terms/new"));
            isBehind(application.getOnce("/api/v1/terms/new/editions/1", "Ledger-Position", Long.toString(size - 1)));
        });
        assertThat(application.get("/api/v1/terms/new").statusCode()).isEqualTo(200);
        assertThat(application.get("/api/v1/terms/new/editions/1").statusCode()).isEqualTo(404);
    }

    @Test
    void answersWhatWasKnownBeforeTheProjectionStoodStill() {
        records("before", "2020-01-01T00:00:00Z");
        long known = size;
        assertThat(application.get(standing("before")).statusCode()).isEqualTo(200);
        whileStopped(() -> {
            records("before", "2020-02-01T00:00:00Z");
            var answer = application.get(standing("before") + "&knownAt=position:" + known);
            assertThat(json(answer).at("/binding/since").stringValue()).isEqualTo("2020-01-01T00:00:00Z");
        });
    }

    @Test
    void answersAsSoonAsTheProjectionHasCaughtUp() {
        var answer = new AtomicReference<CompletableFuture<HttpResponse<String>>>();
        whileStopped(() -> {
            records("waiting", "2020-01-01T00:00:00Z");
            answer.set(CompletableFuture.supplyAsync(() -> application.get(standing("waiting"))));
        });
        assertThat(json(answer.get().join()).at("/binding/mode").stringValue()).isEqualTo("ACCEPTED");
    }

    @Test
    void saysThatALeafIsNotThereYet() {
        isBehind(application.getOnce(standing("c"), "Ledger-Position", Long.toString(size)));
        isBehind(application.getOnce("/api/v1/terms", "Ledger-Position", Long.toString(size)));
    }

    @Test
    @DisplayName("位置の代わりに出来事の識別子を返しても、その記録を含めて答える")
    void waitsForAnEventWhosePlaceTheWriterDidNotKnow() {
        records("by-event", "2020-01-01T00:00:00Z");
        var event = application.eventAt(size - 1);

        var answer = application.get(standing("by-event"), "Ledger-Position", "event:" + event);
        assertThat(json(answer).at("/binding/mode").stringValue()).isEqualTo("ACCEPTED");
        isBehind(application.getOnce(standing("c"), "Ledger-Position", "event:" + new UUID(0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.0", "event:", "event:1"})
    void refusesAPositionThatIsNone(String position) {
        var answer = application.get(standing("c"), "Ledger-Position", position);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo("header:Ledger-Position");
    }

    private static void isBehind(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("PROJECTION_BEHIND");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
}
