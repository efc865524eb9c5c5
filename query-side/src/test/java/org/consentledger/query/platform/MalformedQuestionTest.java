package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.time.Duration;
import java.time.InstantSource;
import org.consentledger.events.terms.Change;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedQuestionTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(Facts.registered("t"), Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            customers/c/standing,                                                   query:termsId
            customers/c/standing?termsId=,                                          query:termsId
            customers/c/standing?termsId=T,                                         query:termsId
            customers/c/standing?termsId=t&termsId=t,                               query:termsId
            customers/c/standing?termsId=t&knownat=position:1,                      query:knownat
            customers/c/standing?termsId=t&at=yesterday,                            query:at
            customers/c/standing?termsId=t&at=2020-02-21,                           query:at
            customers/c/standing?termsId=t&at=2020-02-21T00:00:00,                  query:at
            customers/c/standing?termsId=t&at=2020-02-30T00:00:00Z,                 query:at
            customers/c/standing?termsId=t&at=2020-02-21T24:00:01Z,                 query:at
            customers/c/standing?termsId=t&at=,                                     query:at
            customers/c/standing?termsId=t&knownAt=12,                              query:knownAt
            customers/c/standing?termsId=t&knownAt=position:,                       query:knownAt
            customers/c/standing?termsId=t&knownAt=position:-1,                     query:knownAt
            customers/c/standing?termsId=t&knownAt=position:99999999999999999999,   query:knownAt
            customers/c/standing?termsId=t&on=2020-02-30,                           query:on
            customers/c/standing?termsId=t&on=2020-02-21T00:00:00Z,                 query:on
            customers/c/standing?termsId=t&on=2020-02-21&at=2020-02-21T00:00:00Z,   query:on
            customers/a%40b.jp/standing?termsId=t,                                  path:customerId
            customers/a%20b/standing?termsId=t,                                     path:customerId
            customers/%E6%9C%AC%E4%BA%BA/standing?termsId=t,                        path:customerId
            terms/T,                                                                path:termsId
            terms/t/editions/0,                                                     path:number
            terms/t/editions/10000,                                                 path:number
            terms/t/editions/01,                                                    path:number
            terms/t/editions/x,                                                     path:number
            customers/c/standing?termsId=t&on=%2B12020-01-01,                       query:on
            customers/c/standing?termsId=t&on=-0001-01-01,                          query:on
            customers/c/standing?termsId=%ff,                                       query
            customers/c;a=b/standing?termsId=t,                                     path
            terms?limit=0,                                                          query:limit
            terms?limit=501,                                                        query:limit
            terms?limit=1e1,                                                        query:limit
            terms?cursor=,                                                          query:cursor
            terms?cursor=!,                                                         query:cursor
            terms?cursor=AA,                                                        query:cursor
            terms/t/editions?cursor=dA,                                             query:cursor
            """)
    void refusesWhatItCannotRead(String path, String pointer) {
        var answer = application.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("code").stringValue()).isEqualTo("MALFORMED");
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void takesAPlusThatTheClientForgotToEncode() {
        assertThat(application
                        .get("/api/v1/customers/c/standing?termsId=t&at=2020-02-21T00:00:00+09:00")
                        .body())
                .contains("\"at\":\"2020-02-20T15:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            terms/unknown,                                              404, TERMS_UNKNOWN
            terms/unknown/editions,                                     404, TERMS_UNKNOWN
            terms/unknown/editions/1,                                   404, TERMS_UNKNOWN
            terms/t/editions/2,                                         404, EDITION_UNKNOWN
            customers/c/standing?termsId=unknown,                       404, TERMS_UNKNOWN
            customers/c/standing?termsId=t&at=9999-12-31T23:59:59Z,     422, TIME_IN_FUTURE
            customers/c/standing?termsId=t&knownAt=9999-12-31T23:59:59Z,422, TIME_IN_FUTURE
            customers/c/standing?termsId=t&on=9999-12-31,               422, TIME_IN_FUTURE
            customers/c/standing?termsId=t&knownAt=position:3,          422, POSITION_BEYOND_LEDGER
            terms/t/in-force?at=9999-12-31T23:59:59Z,                   422, TIME_IN_FUTURE
            terms/t/in-force?knownAt=position:3,                        422, POSITION_BEYOND_LEDGER
            nothing,                                                    404, PATH_UNKNOWN
            """)
    void namesTheCodeOfEachRefusal(String path, int status, String code) {
        var answer = application.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
        assertThat(json(answer).get("type").stringValue()).isEqualTo("urn:consent-ledger:problem:" + code);
        assertThat(json(answer).get("status").intValue()).isEqualTo(status);
    }

    @Test
    void speaksJapaneseUnlessAskedForEnglish() {
        var path = "/api/v1/terms/unknown";
        assertThat(json(application.get(path)).get("title").stringValue()).isEqualTo("約款が見つかりません");
        var english = application.get(path, "Accept-Language", "en-US,en;q=0.9,ja;q=0.1");
        assertThat(json(english).get("title").stringValue()).isEqualTo("Terms unknown");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(english.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void countsATimeAFewSecondsAheadAsNow() {
        var soon = application.bean(InstantSource.class).instant().plus(Duration.ofSeconds(3));
        var answer = application.get("/api/v1/customers/c/standing?termsId=t&at=" + soon + "&knownAt=" + soon);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("at").stringValue()).isLessThan(soon.toString());
        assertThat(json(answer).get("knownAt").stringValue()).isLessThan(soon.toString());
        var later = application.bean(InstantSource.class).instant().plus(Duration.ofSeconds(15));
        assertThat(application
                        .get("/api/v1/customers/c/standing?termsId=t&knownAt=" + later)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesARepresentationItDoesNotHave() {
        var answer = application.get("/api/v1/terms/t", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("NOT_ACCEPTABLE");
    }
}
