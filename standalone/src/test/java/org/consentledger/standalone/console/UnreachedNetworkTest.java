package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consentledger.standalone.console.OwnTerms.draft;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says whose scripts no network answers. */
@ExtendWith(WithBrowser.class)
class UnreachedNetworkTest {
    private static final String ALERT = "main [role=alert]";

    private static Visit visit(Console console) {
        return console.visit(390).bearing("net::ERR_").bearing("htmx:");
    }

    @ParameterizedTest
    @CsvSource({"ja, もう一度押してください", "en, please try again"})
    @DisplayName("つながらない問いは、その場で告げられ、入力は残る。つながれば、もう一度押すだけで答えが出る")
    void aQuestionCanBeAskedAgain(String language, String words, Console console) {
        try (var visit = visit(console)) {
            var page = visit.page();
            visit.open("/console/support?customer=demo-2019&on=2020-02-10&lang=" + language)
                    .logIn("support");
            assertThat(page.locator(".edition")).containsText("第十二版");
            goOffline(page);
            page.fill("#on", "2020-02-21");
            page.click("main button");
            assertThat(page.locator(ALERT)).containsText(words);
            assertThat(page.locator(".edition")).hasCount(0);
            assertThat(page.locator("#customer")).hasValue("demo-2019");
            assertThat(page.locator("#on")).hasValue("2020-02-21");

            page.context().setOffline(false);
            page.click("main button");
            assertThat(page.locator(".edition")).containsText("第十三版");
            assertThat(page.locator(ALERT)).hasCount(0);

            page.context().setOffline(true);
            page.click("main button");
            assertThat(page.locator(ALERT)).containsText(words);
            visit.inspect("support-unreached-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, 最後に受け取ったもの", "en, came last"})
    @DisplayName("自ら新しくなる表示は、つながらないあいだは古いと告げ、つながれば告げるのをやめる")
    void figuresAreSaidToBeOld(String language, String words, Console console) {
        try (var visit = visit(console)) {
            var page = visit.page();
            visit.open("/console/operator?lang=" + language).logIn("operator");
            assertThat(page.locator("main table").first()).isVisible();
            goOffline(page);
            assertThat(page.locator(ALERT)).containsText(words);
            assertThat(page.locator("main table").first()).isVisible();
            page.context().setOffline(false);
            assertThat(page.locator(ALERT)).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, もう一度選んでください", "en, choose the file again"})
    @DisplayName("つながらずに読めなかったファイルは、そう告げられ、書いたものは残る。同じファイルをもう一度選べる")
    void aFileCanBeChosenAgain(String language, String words, Console console) {
        var terms = "unreached-" + language;
        var text = "利用約款\n第1条（目的）\nこの約款は利用の条件を定める。\n";
        draft(new Client(console.url()), terms, text);
        try (var visit = visit(console)) {
            var page = visit.page();
            visit.open("/console/publisher/" + terms + "/drafts/1?lang=" + language)
                    .logIn("author");
            page.fill("#label", "書きかけ");
            goOffline(page);
            choose(page);
            assertThat(page.locator(ALERT)).containsText(words);
            assertThat(page.locator("#text")).hasValue(text);
            assertThat(page.locator("#label")).hasValue("書きかけ");
            assertThat(page.locator("#file")).hasValue("");
            visit.inspect("upload-unreached-" + language);

            page.context().setOffline(false);
            choose(page);
            assertThat(page.locator("#upload-told")).containsText("draft.md");
            assertThat(page.locator("#text")).hasValue("新しい約款\n");
            assertThat(page.locator(ALERT)).hasCount(0);
        }
    }

    /** As somebody whose page has come with all its scripts. */
    private static void goOffline(Page page) {
        page.waitForLoadState();
        page.context().setOffline(true);
    }

    private static void choose(Page page) {
        page.setInputFiles(
                "#file", new FilePayload("draft.md", "text/markdown", "新しい約款\n".getBytes(StandardCharsets.UTF_8)));
    }
}
