package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.events.Actor;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer with 5,000 facts about one terms document, 4,000 of them on one day. */
@ExtendWith(WithBrowser.class)
class LongHistoryPageTest {
    private static final CustomerId CUSTOMER = new CustomerId("long-1");
    private static final TermsId TERMS = new TermsId("desknets-cloud");
    private static final Instant ACCEPTED = Instant.parse("2019-08-01T01:00:00Z");
    private static final Instant BUSY = Instant.parse("2020-02-10T00:00:00Z");
    private static final int EARLIER = 1_000;
    private static final int ON_THAT_DAY = 4_000;
    private static final int MOST_BYTES = 300_000;

    @BeforeAll
    static void given(Console console) {
        var facts = Stream.of(
                        Stream.of(accepted()),
                        IntStream.range(0, EARLIER).mapToObj(i -> decided(i, ACCEPTED.plusSeconds(3_600L * (i + 1)))),
                        IntStream.range(0, ON_THAT_DAY).mapToObj(i -> decided(i, BUSY.plusSeconds(i))))
                .flatMap(some -> some)
                .toList();
        console.append("Agreement", AggregateIds.agreement(TERMS, CUSTOMER), facts);
        var client = new Client(console.url()); // waits for the projections
        for (var question : List.of("standing?termsId=" + TERMS, "history?limit=1")) {
            client.json("/api/v1/customers/" + CUSTOMER + "/" + question);
        }
    }

    @Test
    @DisplayName("何千もの事実があるお客様の画面も短く、変化も記録も続きから読める")
    void staysShortAndLeadsOn(Console console) {
        try (var visit = console.visit(390)) {
            var page = visit.page();
            var path = "/console/support?customer=" + CUSTOMER + "&on=2020-02-10";
            visit.open(path).logIn("legal");
            assertThat(page.locator(".part")).hasCount(10);
            assertThat(page.locator("section:has(h3:text('記録の履歴')) tbody tr")).hasCount(100);
            assertThat(page.locator(".timeline circle").count()).isLessThan(200);
            assertThat(page.request().get(page.url()).body()).hasSizeLessThan(MOST_BYTES);
            visit.inspect("support-long-ja");

            page.click("text=この日のこれより後の変化を見る");
            assertThat(page.locator(".part h3").first()).containsText("2020年2月10日 09:00:09");
            visit.inEnglish();
            assertThat(page.locator(".part h3").first()).containsText("10 Feb 2020 09:00:09");
            page.click("text=From the newest");
            assertThat(page.locator("tbody tr")).hasCount(100);
            assertThat(page.request().get(page.url()).body()).hasSizeLessThan(MOST_BYTES);
        }
    }

    private static AgreementEvent accepted() {
        return new EditionAccepted(
                CUSTOMER,
                TERMS,
                new EditionNumber(12),
                ContentDigest.of("as it was shown"),
                List.of(),
                ACCEPTED,
                Channel.WEB,
                Actor.self(),
                null,
                null);
    }

    private static AgreementEvent decided(int number, Instant at) {
        var purpose = new PurposeId("further-consent");
        return number % 2 == 0
                ? new ConsentGiven(CUSTOMER, TERMS, purpose, at, Channel.WEB, Actor.self(), null, null)
                : new ConsentWithdrawn(CUSTOMER, TERMS, purpose, at, Channel.WEB, Actor.self(), null, null);
    }
}
