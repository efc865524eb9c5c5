package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.standalone.contract.Terms.expect;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consentledger.standalone.agreements.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Terms and editions as the contract has them. */
@ExtendWith(RunningSystem.class)
class TermsContractTest {
    @Test
    void aDocumentIsRegisteredOnceAndFoundInTheRegister(Client client) {
        var terms = Terms.registered(client);

        expect(409, "STATE_CONFLICT", terms.register(",\"policies\":{\"superseded\":\"RECORD\"}"));
        assertThat(client.get(terms.path()).text("termsId")).isEqualTo(terms.id());
        expect(200, client.get("/api/v1/terms?limit=1"));
        expect(404, "TERMS_UNKNOWN", client.get("/api/v1/terms/nobody-knows"));
    }

    @Test
    void aDraftIsReplaceableUntilPublishedAndNotAfterwards(Client client) {
        var terms = Terms.registered(client);
        expect(200, terms.draft(1, "第1条 下書き\n"));
        var draft = terms.draft(1);
        expect(200, draft);
        assertThat(draft.json().path("warnings").isArray()).isTrue();

        var published = terms.publish(1);
        expect(201, published);
        assertThat(published.json().path("number").intValue()).isEqualTo(1);
        assertThat(published.text("digest")).isEqualTo(terms.digest(1));
        assertThat(published.text("effectiveFrom")).isNotEmpty();
        assertThat(published.response().headers().firstValue("Ledger-Position")).isPresent();

        expect(409, "EDITION_ALREADY_PUBLISHED", terms.draft(1));
        expect(409, "EDITION_ALREADY_PUBLISHED", terms.publish(1));
    }

    @Test
    void aProvisionThatTheTextLacksIsAWarningAndNoRefusal(Client client) {
        var terms = Terms.registered(client);

        var draft = terms.draft(1, "一つだけの文。\n");

        expect(200, draft);
        assertThat(draft.json().path("warnings").size()).isPositive();
    }

    @Test
    void editionsComeInOrderEachWithATextOfItsOwn(Client client) {
        var terms = Terms.published(client, 2);

        expect(404, "EDITION_UNKNOWN", terms.publish(7));
        expect(200, terms.draft(3, terms.text(1)));
        expect(409, "SAME_TEXT_PUBLISHED", terms.publish(3));
        expect(404, "EDITION_UNKNOWN", client.get(terms.edition(9)));
    }

    @Test
    void anEditionThatNoRecordNamesCanBeWithdrawn(Client client) {
        var terms = Terms.published(client, 1);

        expect(201, client.post(terms.edition(1) + "/withdrawal", "{\"reason\":\"a misprint\"}", "-"));

        expect(409, "EDITION_WITHDRAWN", client.post(terms.path() + "/presentations", "{\"edition\":1}", "-"));
    }

    @Test
    void aNoticeIsRecorded(Client client) {
        var terms = Terms.published(client, 1);
        expect(200, terms.draft(2));

        expect(201, client.post(terms.edition(2) + "/notices", """
                {"channel":"WEB","postedAt":"2020-02-01T00:00:00+09:00","url":"https://example.jp/notice"}""", "-"));
        expect(400, "MALFORMED", client.post(terms.edition(2) + "/notices", "{\"channel\":\"WEB\"}", "-"));
    }

    @Test
    void anEditionIsReadAsStructureAsPageAndAsItsExactBytes(Client client) {
        var terms = Terms.published(client, 1);
        var edition = terms.ask(terms.edition(1)).json();

        assertThat(edition.path("provisions")
                        .valueStream()
                        .map(one -> one.path("path").stringValue()))
                .contains("art:1", "art:2");
        assertThat(edition.path("warnings").isArray()).isTrue();
        assertThat(new String(client.bytes(terms.edition(1), "text/plain"), StandardCharsets.UTF_8))
                .isEqualTo(terms.text(1));
        assertThat(new String(client.bytes(terms.edition(1), "text/html"), StandardCharsets.UTF_8))
                .contains("<html");
    }

    @Test
    void theEditionInForceIsAsOfADay(Client client) {
        var terms = Terms.published(client, 2);
        var inForce = terms.path() + "/in-force";

        assertThat(terms.ask(inForce).json().path("number").intValue()).isEqualTo(2);
        assertThat(client.get(inForce + "?at=2020-03-31T14:59:59Z")
                        .json()
                        .path("number")
                        .intValue())
                .isEqualTo(1);
        expect(422, client.get(inForce + "?knownAt=2999-01-01T00:00:00Z"));
    }

    @Test
    void twoEditionsAreComparedInFourForms(Client client) {
        var terms = Terms.published(client, 2);
        var comparison = terms.path() + "/comparisons/1/2";

        var rows = terms.ask(comparison).json().path("rows");
        assertThat(rows.valueStream().map(row -> row.path("remark").stringValue()))
                .contains("CHANGED");
        assertThat(new String(client.bytes(comparison, "text/html"), StandardCharsets.UTF_8))
                .contains("<table");
        for (var office : new String[] {"wordprocessingml.document", "spreadsheetml.sheet"}) {
            assertThat(client.bytes(comparison, "application/vnd.openxmlformats-officedocument." + office))
                    .startsWith('P', 'K');
        }
    }

    @Test
    void whatCannotBeReadIsMalformedWithAPointer(Client client) {
        var answer = client.post("/api/v1/terms", "{\"termsId\":\"" + UUID.randomUUID() + "\",\"title\":7}", "-");

        expect(400, "MALFORMED", answer);
        assertThat(answer.text("pointer")).isNotEmpty();
    }
}
