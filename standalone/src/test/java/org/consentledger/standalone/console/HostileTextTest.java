package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Terms written by somebody who means harm, shown on every page that shows terms. */
@ExtendWith(WithBrowser.class)
class HostileTextTest {
    private static final String TERMS = "zz-hostile";
    private static final String CUSTOMER = "hostile-1";

    @BeforeAll
    static void publish(Console console) {
        var client = new Client(console.url());
        HostileTerms.publish(client, TERMS, false);
        client.post(
                201,
                "/api/v1/customers/" + CUSTOMER + "/acceptances",
                json(Map.of(
                        "termsId", TERMS,
                        "edition", 2,
                        "digest",
                                client.json("/api/v1/terms/" + TERMS + "/in-force")
                                        .path("digest")
                                        .asString(),
                        "channel", "PHONE",
                        "actor", Map.of("kind", "STAFF", "name", HostileTerms.HARM, "reason", HostileTerms.HARM),
                        "evidence", Map.of("userAgent", HostileTerms.HARM, "note", HostileTerms.HARM),
                        "decisions", Map.of("news", "GIVEN"))));
    }

    @Test
    @DisplayName("約款に書かれたものは、どの画面でも文字のまま表示され、何も実行しない")
    void isShownAsItIsWritten(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/").logIn("legal");
            for (var path : List.of(
                    "/console/terms?terms=" + TERMS,
                    "/console/terms/" + TERMS + "/editions/2",
                    "/console/terms/" + TERMS + "/comparison?old=1&new=2",
                    "/console/support?terms=" + TERMS + "&customer=" + CUSTOMER,
                    "/console/legal?terms=" + TERMS + "&customer=" + CUSTOMER)) {
                visit.open(path);
                unharmed(visit.page());
            }
        }
    }

    @Test
    @DisplayName("申込みの画面でも、受領証まで同じである")
    void neitherDoesItHarmACustomer(Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/signup").logIn("signup");
            visit.open("/console/signup/terms?customer=hostile-2&agreed=1&terms=" + TERMS);
            unharmed(visit.page());
            visit.page().click("[value=accept]");
            assertThat(visit.page().locator("h1")).hasText("同意を記録しました");
            unharmed(visit.page());
        }
    }

    @Test
    @DisplayName("起草と公表の画面でも同じである")
    void neitherDoesItHarmAnAuthor(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/").logIn("author");
            for (var path : List.of("drafts/2", "editions/2")) {
                visit.open("/console/publisher/" + TERMS + "/" + path);
                unharmed(visit.page());
            }
        }
    }

    private static void unharmed(Page page) {
        assertThat(page.evaluate("window.harmed === undefined")).as(page.url()).isEqualTo(true);
        assertThat(
                        page.locator(
                                "main script:not([src^='/console/assets/']), main img, main [onerror], main a[href^=javascript]"))
                .hasCount(0);
        assertThat(page.locator("main")).containsText("<script>window.harmed=1</script>");
        assertThat(page.content()).as(page.url()).contains("${7*7}[[${7*7}]]__${7*7}__{0}#{home.title}");
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
