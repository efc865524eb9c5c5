package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded script on the page of its document, loaded from another origin under a strict policy. */
@ExtendWith(WithBrowser.class)
class ConsentScriptTest {
    private static final String SEED = "desknets-cloud";
    private static final String FAILED = "Failed to load resource";
    private static final String ACCEPT = "button[part=answer] >> nth=0";
    private static final String REFUSE = "button[part=answer] >> nth=1";

    @ParameterizedTest
    @CsvSource({
        "390, ja, 前回の版から変わったところ, 同意を記録しました",
        "1280, ja, 前回の版から変わったところ, 同意を記録しました",
        "390, en, What changed since your last edition, Your acceptance is recorded",
        "1280, en, What changed since your last edition, Your acceptance is recorded"
    })
    @DisplayName("よその申込み画面でも、変わったところが先、選択は空、同意も不同意も同じ大きさ、最後に受領証")
    void leadsFromTheTermsToAReceipt(int width, String language, String changes, String accepted, Console console)
            throws IOException {
        var customer = "embedded-" + language + width;
        try (var backend = backend(console, SEED, customer, "12", language);
                var visit = console.visit(width)) {
            var page = open(visit, backend);
            assertThat(page.locator("h3").first()).hasText(changes);
            assertThat(page.locator("ol ins").first()).isVisible();
            assertThat(page.locator("[part=text]")).containsText("第十三版");
            assertThat(page.locator("input[type=radio]")).hasCount(2);
            assertThat(page.locator("input:checked")).hasCount(0);
            assertThat(size(page, ACCEPT)).isEqualTo(size(page, REFUSE));
            visit.inspect("embedded-terms-" + language);

            page.locator("input[value=GIVEN]").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.locator(ACCEPT).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h2")).hasText(accepted);
            assertThat(page.locator("h2")).isFocused();
            visit.inspect("embedded-receipt-" + language);
            var receipt = page.waitForDownload(() -> page.click("[part=receipt]"));
            assertThat(Files.readString(receipt.path())).startsWith("c2sp.org/tlog-proof@v1");
            assertThat(told(page)).isEqualTo("consent-accepted 13");
            assertThat(recorded(console, customer)).containsExactly("EDITION_ACCEPTED");
            assertThat(permitted(console, customer)).isTrue();
        }
    }

    @Test
    @DisplayName("同意しないことも同じ手軽さで記録される。比べる版のない人には比較を出さない")
    void recordsARefusal(Console console) throws IOException {
        try (var backend = backend(console, SEED, "embedded-refuses", "", "ja");
                var visit = console.visit(390)) {
            var page = open(visit, backend);
            page.click(REFUSE);
            assertThat(page.locator("h2")).hasText("同意しないことを記録しました");
            assertThat(page.locator("ol")).hasCount(0);
            assertThat(told(page)).isEqualTo("consent-refused 13");
            assertThat(recorded(console, "embedded-refuses")).containsExactly("EDITION_REFUSED");
        }
    }

    @Test
    @DisplayName("記録された後に応答が失われても、もう一度試せば同じ記録が返り、記録は一つである")
    void recordsOnceWhatIsSentTwice(Console console) throws IOException {
        try (var backend = backend(console, SEED, "embedded-lost", "12", "ja");
                var visit = console.visit(1280).bearing(FAILED)) {
            var page = open(visit, backend);
            page.route("**/signup/acceptance", ConsentScriptTest::loseTheAnswer);
            page.click(ACCEPT);
            assertThat(page.locator("[role=alert]")).containsText("記録は一度だけです");
            assertThat(page.locator(REFUSE)).isDisabled();
            assertThat(page.locator("input").first()).isDisabled();
            visit.inspect("embedded-no-answer");

            page.unroute("**/signup/acceptance");
            page.click("text=もう一度試す");
            assertThat(page.locator("h2")).hasText("同意を記録しました");
            assertThat(told(page)).isEqualTo("consent-failed NO_ANSWER, consent-accepted 13");
            assertThat(recorded(console, "embedded-lost")).containsExactly("EDITION_ACCEPTED");
        }
    }

    @Test
    @DisplayName("悪意ある約款も文字のまま表示する。足りない選択は言葉で告げ、選び直せる")
    void showsHostileTermsAsText(Console console) throws IOException {
        var terms = "zz-embedded";
        HostileTerms.publish(new Client(console.url()), terms, true);
        try (var backend = backend(console, terms, "embedded-hostile", "1", "en");
                var visit = console.visit(390).bearing(FAILED)) {
            var page = open(visit, backend);
            assertThat(page.locator("[part=text]")).containsText(HostileTerms.HARM);
            assertThat(page.locator("legend")).containsText(HostileTerms.HARM);
            assertThat(page.locator("ol")).containsText("<script>window.harmed=1</script>");
            assertThat(page.locator("ol li").filter(new Locator.FilterOptions().setHasText("One side omitted")))
                    .containsText("第二条");
            assertThat(page.locator("consent-terms img, consent-terms script")).hasCount(0);
            assertThat(page.evaluate("window.harmed === undefined")).isEqualTo(true);

            assertThat(page.locator("legend")).containsText("Choice needed");
            page.click(ACCEPT);
            assertThat(page.locator("[role=alert]")).containsText("A decision is missing");
            assertThat(page.locator("[role=alert]")).isFocused();
            visit.inspect("embedded-declined");
            page.check("input[value=REFUSED]");
            page.click(ACCEPT);
            assertThat(page.locator("h2")).hasText("Your acceptance is recorded");
            assertThat(told(page)).isEqualTo("consent-failed DECISION_MISSING, consent-accepted 2");
        }
    }

    @Test
    @DisplayName("約款を読み込めない間は、画面が元から持つ案内が残る")
    void leavesThePagesOwnWordsWhereItFails(Console console) throws IOException {
        try (var backend = backend(console, SEED, "embedded-late", "12", "ja");
                var visit = console.visit(390).bearing(FAILED)) {
            visit.page().route("**/signup/presentation", Route::abort);
            visit.page().route("**/signup/changes*", Route::abort);
            var page = open(visit, backend);
            assertThat(page.locator("[role=alert]")).containsText("応答がありません");
            assertThat(page.locator("text=この画面")).isVisible();
            visit.inspect("embedded-unreachable");

            page.unroute("**/signup/presentation");
            page.click("text=もう一度試す");
            assertThat(page.locator("consent-terms")).containsText("前回の版との違いを表示できません");
            assertThat(page.locator("text=この画面")).isHidden();
        }
        try (var backend = backend(console, SEED, "embedded-plain", "12", "ja");
                var visit = console.visitWithoutScripts(390)) {
            visit.open(backend.url());
            assertThat(visit.page().locator("text=この画面")).isVisible();
        }
    }

    @Test
    @DisplayName("スクリプトはだれにでも、セッションなしで、どのサイトにも渡される")
    void isThereForEverySite(Console console) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(console.url().resolve("/embed/consent.js"))
                    .header("Origin", "https://signup.example")
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map())
                    .containsEntry("access-control-allow-origin", List.of("*"))
                    .containsEntry("cross-origin-resource-policy", List.of("cross-origin"))
                    .containsEntry("cache-control", List.of("no-cache"))
                    .doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/javascript");
        }
    }

    /** The page as the document has it, but for the address of the script and the language. */
    private static SampleBackend backend(Console console, String terms, String customer, String agreed, String language)
            throws IOException {
        var page = EmbeddingDocument.block("html")
                .replace("https://ledger.example", console.url().toString())
                .replace("<html lang=\"ja\">", "<html lang=\"" + language + "\">");
        return new SampleBackend(
                console.url(), page, terms, customer, agreed, () -> TestTokens.of(console.url(), "signup"));
    }

    private static Page open(Visit visit, SampleBackend backend) {
        visit.page().addInitScript("""
            window.told = [];
            for (const name of ['consent-accepted', 'consent-refused', 'consent-failed']) {
                addEventListener(name, event => told.push(name + ' ' + (event.detail.code ?? event.detail.edition)));
            }""");
        return visit.open(backend.url()).page();
    }

    private static void loseTheAnswer(Route route) {
        route.fetch(new Route.FetchOptions().setTimeout(Console.PATIENCE));
        route.abort();
    }

    private static String told(Page page) {
        return page.evaluate("told.join(', ')").toString();
    }

    private static List<String> recorded(Console console, String customer) {
        var history = new Client(console.url()).json("/api/v1/customers/" + customer + "/history?termsId=" + SEED);
        return StreamSupport.stream(history.path("items").spliterator(), false)
                .map(item -> item.path("kind").asString())
                .toList();
    }

    /** What the voluntary choice amounts to. */
    private static boolean permitted(Console console, String customer) {
        return new Client(console.url())
                .json("/api/v1/customers/" + customer + "/permissions/further-consent?termsId=" + SEED)
                .path("permitted")
                .asBoolean();
    }

    private static String size(Page page, String button) {
        var box = page.locator(button).boundingBox();
        return box.width + " × " + box.height;
    }
}
