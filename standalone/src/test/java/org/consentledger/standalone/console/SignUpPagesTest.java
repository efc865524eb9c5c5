package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class SignUpPagesTest {
    private static final int PHONE = 390;

    @ParameterizedTest
    @ValueSource(ints = {PHONE, 1280})
    @DisplayName("申込みでは、変わったところと本文が先、選択は空、同意も不同意も同じ大きさ、最後に受領証")
    void leadsFromTheTermsToAReceipt(int width, Console console) throws IOException {
        try (var visit = console.visit(width)) {
            visit.open("/console/").logIn("signup");
            begin(visit, "walk-" + width, "12");

            assertThat(visit.page().locator(".comparison")).containsText("通話内容を録音");
            assertThat(visit.page().locator(".paper")).containsText("第十三版");
            assertThat(visit.page().locator("input[type=radio]")).hasCount(2);
            assertThat(visit.page().locator("input[type=radio]:checked")).hasCount(0);
            assertThat(size(visit.page().locator("[value=accept]")))
                    .isEqualTo(size(visit.page().locator("[value=refuse]")));
            visit.inspect("signup-terms-ja");
            assertThat(visit.page().locator("legend")).containsText("使う情報：");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().locator(".lead")).containsText("第十三版");
            assertThat((Boolean) visit.page()
                            .locator(".paper")
                            .evaluate("paper => paper.scrollHeight <= paper.clientHeight"))
                    .as("all of the terms are printed")
                    .isTrue();
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            visit.page().click("[value=accept]");

            assertThat(visit.page().locator("h1")).hasText("同意を記録しました");
            visit.inspect("signup-receipt-ja");
            var receipt = visit.page().waitForDownload(() -> visit.page().click("a[download]"));
            assertThat(Files.readString(receipt.path())).startsWith("c2sp.org/tlog-proof@v1");

            visit.inEnglish();
            assertThat(visit.page().locator("h1")).hasText("Your acceptance is recorded");
            assertThat(visit.page().url()).doesNotContain("walk-");
        }
    }

    @Test
    @DisplayName("英語でも、JavaScript がなくても申し込める")
    void needsNoScripts(Console console) {
        try (var visit = console.visitWithoutScripts(PHONE)) {
            visit.open("/console/").logIn("signup");
            visit.inEnglish();
            begin(visit, "walk-refuses", "");

            assertThat(visit.page().locator(".comparison")).hasCount(0);
            visit.page().click("[value=refuse]");
            assertThat(visit.page().locator("h1")).hasText("Your refusal is recorded");
        }
    }

    @Test
    @DisplayName("選択が必要な利用目的は、送る前にそう分かり、選ばなければ同意は送られない。不同意にはいらない")
    void saysBeforeWhatMustBeDecided(Console console) {
        var terms = "zz-decided";
        HostileTerms.publish(new Client(console.url()), terms, true);
        try (var visit = console.visit(PHONE)) {
            visit.open("/console/").logIn("signup");
            visit.open("/console/signup/terms?customer=walk-decides&terms=" + terms);
            assertThat(visit.page().locator("legend")).containsText("選択が必要です");
            visit.page().click("[value=accept]");
            assertThat(visit.page().locator("h1")).hasText("ご利用の約款");
            visit.inEnglish();
            assertThat(visit.page().locator("legend")).containsText("A choice is needed");
            visit.inspect("signup-decided-en");
            visit.page().click("[value=refuse]");
            assertThat(visit.page().locator("h1")).hasText("Your refusal is recorded");
        }
    }

    @Test
    @DisplayName("選択の欄で Enter を押しても、同意にも不同意にもならず、選んだことは残る")
    void enterAnswersNothing(Console console) {
        try (var visit = console.visitWithoutScripts(PHONE)) {
            var page = visit.page();
            visit.open("/console/signup").logIn("signup");
            begin(visit, "walk-enters", "99");
            assertThat(page.locator(".note")).containsText("99");
            page.check("[name=choice-further-consent][value=GIVEN]");
            page.press("[name=choice-further-consent][value=GIVEN]", "Enter");
            assertThat(page.locator("[role=alert]")).containsText("まだ何も記録していません");
            assertThat(page.locator("[name=choice-further-consent][value=GIVEN]"))
                    .isChecked();
            page.click("[value=accept]");
            assertThat(page.locator("h1")).hasText("同意を記録しました");
            assertThat(page.locator("main")).containsText("./ledger verify");
        }
    }

    @Test
    @DisplayName("答えた画面から別の答えを送ると、いまの約款に戻り、改めて答えられる。IDにならない文字は初めに断る")
    void leadsBackToTheTerms(Console console) {
        try (var visit = console.visit(PHONE)) {
            var page = visit.page();
            visit.open("/console/signup").logIn("signup");
            begin(visit, "who@example.com", "");
            assertThat(page.locator("[role=alert]")).containsText("電子メールアドレス");
            assertThat(page.locator("#customer")).hasValue("who@example.com");

            begin(visit, "walk-again", "");
            var once = page.locator("[name=once]").inputValue();
            page.click("[value=accept]");
            assertThat(page.locator("h1")).hasText("同意を記録しました");
            begin(visit, "walk-again", "");
            page.evaluate("once => { document.querySelector('[name=once]').value = once }", once);
            page.click("[value=refuse]");
            assertThat(page.locator("[role=alert]")).containsText("前の答えは、すでに記録されています");
            visit.inspect("signup-again");
            page.click("[value=refuse]");
            assertThat(page.locator("h1")).hasText("同意しないことを記録しました");
        }
    }

    @Test
    @DisplayName("窓口の担当者が記録すると、担当者が代わって行ったことと、その理由が記録される")
    void staffRecordsThatItActed(Console console) {
        try (var visit = console.visit(PHONE)) {
            var page = visit.page();
            visit.open("/console/signup").logIn("counter");
            begin(visit, "walk-counter", "");
            page.selectOption("#channel", "PHONE");
            page.fill("#on-behalf-reason", "電話での申出");
            visit.inspect("signup-counter");
            page.click("[value=accept]");
            assertThat(page.locator("h1")).hasText("同意を記録しました");
        }
        var record = new Client(console.url())
                .json("/api/v1/customers/walk-counter/history?termsId=desknets-cloud")
                .path("items")
                .path(0);
        assertThat(record.path("actor").path("kind").asString()).isEqualTo("STAFF");
        assertThat(record.path("channel").asString()).isEqualTo("PHONE");
    }

    @Test
    @DisplayName("お客様は自分の同意を見て、与えたときと同じ手軽さで撤回する")
    void consentsAreWithdrawnAsEasilyAsGiven(Console console) {
        try (var visit = console.visit(PHONE)) {
            visit.open("/console/signup").logIn("signup");
            begin(visit, "demo-2019", "12");
            visit.page().check("[name=choice-further-consent][value=GIVEN]");
            visit.page().click("[value=accept]");
            assertThat(visit.page().locator("h1")).hasText("同意を記録しました");
        }
        try (var visit = console.visit(PHONE)) {
            visit.open("/console/my").logIn("demo-2019");
            assertThat(visit.page().locator(".edition")).hasText("第十三版");
            visit.inspect("my-ja");
            visit.page().click(".mine button");
            assertThat(visit.page().locator("[role=status]")).hasText("同意の撤回を記録しました。");
            assertThat(visit.page().locator(".mine .WITHDRAWN")).hasCount(1);
            assertThat(visit.page().locator(".mine button")).hasCount(0);
        }
    }

    private static void begin(Visit visit, String customer, String agreed) {
        visit.open("/console/signup");
        visit.page().fill("#customer", customer);
        visit.page().fill("#agreed", agreed);
        visit.page().click("main button");
    }

    private static String size(Locator button) {
        var box = button.boundingBox();
        return box.width + " × " + box.height;
    }
}
