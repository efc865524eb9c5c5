package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class GuardedPagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/console/", "/console/support?customer=demo-2019", "/console/legal/dossier", "/console/no"})
    @DisplayName("ログインしていない者は、どの画面からもログインへ導かれるだけである")
    void pagesLeadToTheLogin(String path, Console console) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(console.url().resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .contains(console.url().resolve("/console/login/console").toString());
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    @DisplayName("よそのサイトが送らせた入力（CSRF）は受け付けず、画面でそう告げる")
    void takesNoFormOfAnotherSite(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/my").logIn("demo-2019");
            var answer = visit.page()
                    .request()
                    .post(
                            console.url().resolve("/console/my/withdrawal").toString(),
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("terms", "desknets-cloud")
                                            .set("purpose", "further-consent")
                                            .set("once", UUID.randomUUID().toString())));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers().get("content-type")).startsWith("text/html");
            assertThat(answer.text()).contains("何も記録していません");
        }
    }

    @Test
    @DisplayName("Cookie はスクリプトから見えず、よそのサイトからの送信には付かない。ログインすると番号が変わる")
    void keepsTheSessionToItself(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/");
            var before = visit.session();
            visit.logIn("support");
            var after = visit.session();

            assertThat(after.httpOnly).isTrue();
            assertThat(after.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(after.value).isNotEqualTo(before.value);
            assertThat(visit.page().evaluate("document.cookie").toString()).doesNotContain("session");
        }
    }

    @Test
    @DisplayName("画面は、自分のスクリプトとスタイルのほかに何も動かさず、よその画面に埋め込まれない")
    void runsNothingButItsOwn(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/").logIn("support");
            var headers = visit.page().request().get(visit.page().url()).headers();
            var policy = Arrays.asList(
                    headers.getOrDefault("content-security-policy", "").split("; *"));
            assertThat(policy)
                    .contains(
                            "default-src 'none'",
                            "script-src 'self'",
                            "style-src 'self'",
                            "form-action 'self'",
                            "frame-ancestors 'none'",
                            "base-uri 'none'");
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY");
            assertThat(headers.getOrDefault("cache-control", "")).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "support, /console/no",
        "support, /console/no/such/page",
        "support, /console/terms/desknets-cloud/editions/999",
        "support, /console/terms?terms=other-terms",
        "support, /console/support?customer=demo-2019&terms=other-terms",
        "support, /console/publisher?terms=other-terms",
        "author, /console/publisher/other-terms/drafts/14"
    })
    @DisplayName("ない画面も、画面で答える。ない約款のかわりに、ほかの約款を見せることはない")
    void tellsWhatIsNotThere(String user, String path, Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/").logIn(user);
            var answer = visit.page().request().get(console.url().resolve(path).toString());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().get("content-type")).startsWith("text/html");
            assertThat(answer.text()).contains("ログアウト").doesNotContain("もう一度お試しください");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo-2019, /console/imports",
        "support, /console/imports",
        "support, /console/erasure",
        "legal, /console/erasure?customer=demo-2019",
        "support, /console/publisher/desknets-cloud/drafts/14",
        "support, /console/signup",
        "support, /console/signup/terms?customer=x&terms=desknets-cloud",
        "legal, /console/my"
    })
    @DisplayName("役割にない画面は、空の入力欄も見せない。どこにいるか、だれであるかは示す")
    void showsNoEmptyShells(String user, String path, Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/").logIn(user);
            var answer = visit.page().request().get(console.url().resolve(path).toString());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("いまの役割では使えません", "ログアウト", user);
        }
    }

    @Test
    @DisplayName("役割にない画面は、そう告げるだけである")
    void tellsWhatARoleMayNot(Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/").logIn("support");
            var answer = visit.page()
                    .request()
                    .get(console.url()
                            .resolve("/console/legal?customer=demo-2019")
                            .toString());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("いまの役割では使えません");
        }
    }
}
