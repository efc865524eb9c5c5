package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page that the console has, by the mappings of its controllers: in both languages, on a desk and on a phone. */
@ExtendWith(WithBrowser.class)
class EveryPageTest {
    private static final String NOBODY = "";

    private static final List<Opened> PAGES = List.of(
            new Opened("/console/", "legal", "/console/"),
            new Opened("/console/bye", NOBODY, "/console/bye"),
            new Opened("/console/accesses", "legal", "/console/accesses?customer=demo-2019"),
            new Opened("/console/erasure", "privacy", "/console/erasure?customer=demo-2019"),
            new Opened("/console/erasures", "privacy", "/console/erasures?all"),
            new Opened("/console/holds", "legal", "/console/holds?customer=demo-2019"),
            new Opened("/console/imports", "operator", "/console/imports"),
            new Opened("/console/ledger", "auditor", "/console/ledger"),
            new Opened("/console/legal", "legal", "/console/legal?customer=demo-2019&at=2020-03-01T00:00"),
            new Opened("/console/my", "demo-2019", "/console/my"),
            new Opened("/console/operator", "operator", "/console/operator"),
            new Opened("/console/privacy", "privacy", "/console/privacy?customer=demo-2019"),
            new Opened("/console/publisher", "author", "/console/publisher?terms=desknets-cloud"),
            new Opened(
                    "/console/publisher/{termsId}/drafts/{number}",
                    "author",
                    "/console/publisher/zz-drafted/drafts/1?at=art:2"),
            new Opened(
                    "/console/publisher/{termsId}/editions/{number}",
                    "publisher",
                    "/console/publisher/desknets-cloud/editions/13"),
            new Opened("/console/signup", "signup", "/console/signup"),
            new Opened(
                    "/console/signup/terms",
                    "signup",
                    "/console/signup/terms?customer=swept-1&agreed=12&terms=desknets-cloud"),
            new Opened("/console/support", "legal", "/console/support?customer=demo-2019&on=2020-02-10"),
            new Opened("/console/support/history", "legal", "/console/support/history?customer=demo-2019"),
            new Opened("/console/terms", "legal", "/console/terms?terms=desknets-cloud"),
            new Opened(
                    "/console/terms/{termsId}/comparison",
                    "legal",
                    "/console/terms/desknets-cloud/comparison?old=12&new=13"),
            new Opened(
                    "/console/terms/{termsId}/editions/{number}", "legal", "/console/terms/desknets-cloud/editions/13"),
            new Opened("/console/{page:(?!assets$).+}", "legal", "/console/no"),
            new Opened("/console/{page:(?!assets$).+}/**", "legal", "/console/no/such/page"));

    /**
     * What nobody opens as a page: a file, a part that a page asks for, an import, which ImportsPageTest begins, and the receipt
     * for an answer, which SignUpPagesTest gives.
     */
    private static final List<String> PARTS = List.of(
            "/console/imports/{importId}",
            "/console/imports/{importId}/rejects",
            "/console/imports/{importId}/state",
            "/console/legal/dossier",
            "/console/operator/projections",
            "/console/publisher/{termsId}/editions/{number}/coverage",
            "/console/signup/receipt");

    /**
     * How a page is opened.
     *
     * @param mapping as its controller has it
     * @param user who may see it, and sees something there
     */
    private record Opened(String mapping, String user, String path) {
        String in(String language) {
            return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        }

        String name() {
            return "page-" + mapping.replaceAll("[^A-Za-z]+", "-");
        }
    }

    /** A draft, which the demo data have not. */
    @BeforeAll
    static void draft(Console console) {
        var client = new Client(console.url());
        client.post(
                201,
                "/api/v1/terms",
                "{\"termsId\":\"zz-drafted\",\"title\":\"案の約款\",\"provider\":\"提供者\",\"timeZone\":\"Asia/Tokyo\",\"language\":\"ja\"}");
        client.put("/api/v1/terms/zz-drafted/editions/1", """
                {"label":"第一版","revisedOn":"2020-04-01","effectiveOn":"2020-04-01",
                 "text":"利用約款\\n第1条（目的）\\n条件を定める。\\n第2条（個人情報）\\n1　利用する。\\n2　提供しない。\\n",
                 "change":{"procedure":"INITIAL"},
                 "purposes":[{"purposeId":"news","provision":"art:1","title":"お知らせ","mode":"VOLUNTARY","dataItems":["氏名"]}]}""");
    }

    @Test
    @DisplayName("新しい画面は、ここで開き方を書かれるまで忘れられない")
    void noPageIsForgotten(Console console) {
        assertThat(console.paths())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PAGES.stream().map(Opened::mapping), PARTS.stream())
                                .toList());
    }

    @TestFactory
    @DisplayName("どの画面も、両方の言葉で、題名と言語を持ち、だれにでも読め、横にはみ出さない")
    Stream<DynamicTest> isReadableByEverybody(Console console) {
        return PAGES.stream().map(page -> DynamicTest.dynamicTest(page.path(), () -> look(page, console)));
    }

    private static void look(Opened opened, Console console) {
        try (var visit = console.visit(1280).bearing("status of 404")) {
            var page = visit.page();
            visit.open(opened.path());
            if (!opened.user().equals(NOBODY)) {
                visit.logIn(opened.user());
            }
            for (var language : List.of("ja", "en")) {
                visit.open(opened.in(language));
                assertThat(page).hasTitle(Pattern.compile(".+ - Consent Ledger"));
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.locator("h1")).hasCount(1);
                assertThat(page.locator("body")).not().containsText("??");
                for (var width : List.of(1280, 390)) {
                    page.setViewportSize(width, 800);
                    visit.inspect(opened.name() + "-" + language);
                }
            }
        }
    }
}
