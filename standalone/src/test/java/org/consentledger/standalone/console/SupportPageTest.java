package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class SupportPageTest {
    private static final int PHONE = 390;

    @ParameterizedTest
    @ValueSource(ints = {PHONE, 1280})
    @DisplayName("サポートは、お客様にその日適用されていた版と同意を、日本語でも英語でも一画面で見る")
    void tellsTheTermsOfADay(int width, Console console) {
        try (var visit = console.visit(width)) {
            visit.open("/console/").logIn("support");
            visit.page().click("main a");
            ask(visit, "demo-2019", "2020-02-10");

            assertThat(visit.page().locator(".edition")).hasText("第十二版");
            assertThat(visit.page().locator(".verdict")).containsText("2019年8月1日 10:15:00 の同意により適用");
            assertThat(visit.page().locator("table.purposes tbody tr")).hasCount(6);
            visit.inspect("support-ja");

            visit.inEnglish();
            assertThat(visit.page().locator(".verdict")).containsText("Applies by acceptance on 1 Aug 2019 10:15:00");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.page().locator(".edition")).hasText("第十二版 edition 12");
            visit.inspect("support-en");

            visit.page().click("text=on record by the end of this day");
            assertThat(visit.page().locator(".note").first()).containsText("11 Feb 2020 00:00:00 (0 entries)");
            assertThat(visit.page().locator(".edition")).hasText("No edition applies");
            visit.page().click("text=all that is on record now");
            assertThat(visit.page().locator(".edition")).containsText("第十二版");
        }
    }

    @Test
    @DisplayName("JavaScript がなくても答えは同じ")
    void needsNoScripts(Console console) {
        try (var visit = console.visitWithoutScripts(PHONE)) {
            visit.open("/console/support").logIn("support");
            ask(visit, "demo-2019", "2020-02-21");

            assertThat(visit.page().locator(".edition")).hasText("第十三版");
            assertThat(visit.page().locator(".verdict")).containsText("2020年2月21日 00:00:00 から周知により適用");
        }
    }

    @Test
    @DisplayName("法務は両方の時計の履歴も見る。版の本文は同意した条項へ開く")
    void showsTheHistoryAndTheText(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/support?customer=demo-2019&on=2019-08-01").logIn("legal");

            assertThat(visit.page().locator(".part")).hasCount(2);
            var history = visit.page().locator("section", new Page.LocatorOptions().setHasText("記録の履歴"));
            assertThat(history).containsText("約款に同意");

            visit.page().click("text=第32条第2項第1号");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/editions/12#purpose-service-operation"));
            assertThat(visit.page().locator(":target")).containsText("service-operation");
            visit.page().click("text=目次");
            visit.page().click("nav >> text=第32条 個人情報の保護");
            assertThat(visit.page().locator(":target")).containsText("第32条");
            visit.inspect("edition-ja");
        }
    }

    @Test
    @DisplayName("知らないIDには似たIDを、読めない入力にはその理由を示す")
    void helpsWithWhatItDoesNotKnow(Console console) {
        try (var visit = console.visit(PHONE)) {
            visit.open("/console/support").logIn("support");
            ask(visit, "demo-2", "2020-02-10");
            visit.page().click("text=demo-2019");
            assertThat(visit.page().locator(".edition")).hasText("第十二版");

            visit.open("/console/support?customer=%3Cscript%3Ealert(1)%3C/script%3E&on=2020-02-10");
            assertThat(visit.page().locator("[role=alert]")).isVisible();
            assertThat(visit.page().locator("#customer")).hasValue("<script>alert(1)</script>");
            visit.open("/console/support?customer=who@example.com&on=2020-02-10");
            assertThat(visit.page().locator("#customer")).hasAttribute("aria-invalid", "true");
            assertThat(visit.page().locator("[role=alert]")).containsText("項目：お客様のID");
            visit.inspect("support-problem");
            visit.open("/console/support?customer=demo-2019&on=2020-02-10&knownAt=2999-01-01T00:00");
            assertThat(visit.page().locator("[role=alert]")).containsText("2999年1月1日 00:00:00");
        }
    }

    @Test
    @DisplayName("断られた問いは、古い答えを残さず、その場で告げる。次の問いには答えが戻る")
    void aDeclinedQuestionTakesThePlaceOfTheOldAnswer(Console console) {
        try (var visit = console.visit(1280).bearing("status of 404").bearing("Response Status Error Code 404")) {
            var page = visit.page();
            visit.open("/console/support?customer=demo-2019&on=2020-02-10").logIn("support");
            assertThat(page.locator(".edition")).hasText("第十二版");
            page.waitForLoadState();
            var elsewhere = console.url()
                    .resolve("/console/terms/desknets-cloud/editions/999")
                    .toString();
            page.route("**/console/support?*", route -> route.resume(new Route.ResumeOptions().setUrl(elsewhere)));
            ask(visit, "demo-2019", "2020-02-21");
            assertThat(page.locator("#answer [role=alert]")).isVisible();
            assertThat(page.locator(".edition")).hasCount(0);
            assertThat(page.locator("h1")).hasText("ある日の約款と同意");

            page.unroute("**/console/support?*");
            ask(visit, "demo-2019", "2020-02-21");
            assertThat(page.locator(".edition")).hasText("第十三版");
            assertThat(page.locator("[role=alert]")).hasCount(0);
        }
    }

    @Test
    @DisplayName("見る理由を述べても、いま見ている答えに戻る。長すぎる理由は、述べた場で断られる")
    void aReasonLeadsBackToTheAnswer(Console console) {
        try (var visit = console.visit(1280)) {
            var page = visit.page();
            visit.open("/console/support").logIn("support");
            ask(visit, "demo-2019", "2020-02-21");
            assertThat(page.locator(".edition")).hasText("第十三版");
            page.click(".why summary");
            page.fill("#reason-stated", "問い合わせ 7");
            page.click(".why button");
            assertThat(page.locator(".why summary")).containsText("問い合わせ 7");
            assertThat(page.locator(".edition")).hasText("第十三版");

            page.click(".why summary");
            page.evaluate("document.querySelector('#reason-stated').removeAttribute('maxlength')");
            page.fill("#reason-stated", "長".repeat(201));
            page.click(".why button");
            assertThat(page.locator("#reason-declined")).isVisible();
            assertThat(page.locator(".why summary")).containsText("問い合わせ 7");
            assertThat(page.locator(".edition")).hasText("第十三版");
            visit.inspect("support-reason-declined");
        }
    }

    @Test
    @DisplayName("長い履歴は、JavaScript がなくても、古いほうからも新しいほうからも最後まで読める")
    void pagesThroughALongHistory(Console console) {
        var client = new Client(console.url());
        accept(client);
        for (int i = 0; i < 119; i++) {
            client.post(
                    201,
                    "/api/v1/customers/pages-1/consents",
                    String.format(Locale.ROOT, """
                    {"termsId":"desknets-cloud","purposeId":"further-consent","decision":"%s","channel":"WEB"}""", i % 2 == 0 ? "GIVEN" : "WITHDRAWN"));
        }
        try (var visit = console.visitWithoutScripts(1280)) {
            var rows = visit.page().locator("table:not(.purposes) tbody tr");
            visit.open("/console/support?customer=pages-1").logIn("legal");
            assertThat(rows).hasCount(100);
            assertThat(rows.first()).containsText("約款に同意");
            visit.page().click("text=続きを見る");
            assertThat(rows).hasCount(20);
            assertThat(visit.page().locator("[rel=next]")).hasCount(0);
            visit.page().click("text=最も新しいものから見る");
            assertThat(rows.first()).containsText("利用目的に同意");
            visit.page().click("text=続きを見る");
            assertThat(rows.last()).containsText("約款に同意");
        }
        try (var visit = console.visit(PHONE)) {
            visit.open("/console/support/history?customer=pages-1&order=NEWEST_FIRST")
                    .logIn("legal");
            assertThat(visit.page().locator("svg.timeline .dots text").first()).isVisible();
            visit.inspect("history-of-many");
            visit.page().click("text=この日の答えへ戻る");
            assertThat(visit.page().locator(".verdict").first()).isVisible();
        }
    }

    private static void accept(Client client) {
        var edition = client.json("/api/v1/terms/desknets-cloud/in-force");
        client.post(
                201,
                "/api/v1/customers/pages-1/acceptances",
                String.format(
                        Locale.ROOT,
                        """
                {"termsId":"desknets-cloud","edition":%s,"digest":"%s","channel":"WEB","actor":{"kind":"SELF"}}""",
                        edition.path("number").asString(),
                        edition.path("digest").asString()));
    }

    private static void ask(Visit visit, String customer, String day) {
        visit.page().fill("#customer", customer);
        visit.page().fill("#on", day);
        visit.page().click("main button");
    }
}
