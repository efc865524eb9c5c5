package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consentledger.standalone.console.OwnTerms.answer;
import static org.consentledger.standalone.console.OwnTerms.draft;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBrowser.class)
class PublisherPagesTest {
    private static final String TERMS = "published-by-hand";
    private static final String HOME = "/console/publisher?terms=" + TERMS;
    private static final String EDITION = "/console/publisher/" + TERMS + "/editions/2";
    private static final String TEXT = "利用約款\n第1条（目的）\nこの約款は利用の条件を定める。\n第2条（個人情報）\n提供者は個人情報を利用する。\n";

    /** The first edition, which two customers have accepted. */
    @BeforeAll
    static void begin(Console console) {
        var client = new Client(console.url());
        var path = draft(client, TERMS, TEXT);
        client.post(201, path + "/publication", "{}");
        accept(client, "hand-1", 1);
        accept(client, "hand-2", 1);
    }

    private static void accept(Client client, String customer, int edition) {
        answer(client, "acceptances", TERMS, customer, edition);
    }

    @Test
    @DisplayName("案を書き、構造と注意点を見て、別の人が公開し、同意が進むのを見る")
    void leadsFromADraftToCoverage(Console console) {
        try (var author = console.visit(1280)) {
            author.open(HOME).logIn("author");
            author.inspect("publisher-ja");
            author.page().click("text=次の版の案を書く");
            draftByHand(author.page());
            assertThat(author.page().locator("[role=status]").first()).containsText("案を保存しました。");
            assertThat(author.page().locator(".remark").first()).isVisible();
            assertThat(author.page().locator(".state-purpose button").first()).containsText("第1条 (art:1)");
            author.inspect("draft-ja");
            statePurpose(author);

            author.page().click("text=変更点と影響を見る");
            assertThat(author.page().locator(".numbers dd").nth(1)).hasText("2");
            assertThat(author.page().locator("text=公開は、案を書いた人とは別の担当者が行います。")).isVisible();
            author.inspect("effect-ja");
            author.inEnglish();
            author.inspect("effect-en");
        }
        try (var publisher = console.visit(390)) {
            publisher.open(EDITION).logIn("publisher");
            publisher.inspect("publication-ja");
            publisher.page().click("text=この版を公開する");

            assertThat(publisher.page().locator("svg.bar")).isVisible();
            assertThat(state(publisher.page(), "これから同意を求める")).containsText("2");
            accept(new Client(console.url()), "hand-1", 2);
            assertThat(state(publisher.page(), "同意した")).containsText("1");
            publisher.inspect("coverage-ja");
        }
    }

    @Test
    @DisplayName("10万字を超える案も開いて直せる。本文は畳まれ、開けば読める")
    void opensALongDraft(Console console) {
        var text = TEXT + "残りはここに書く。\n".repeat(12_000);
        draft(new Client(console.url()), "long-by-hand", text);
        try (var author = console.visit(390)) {
            author.open("/console/publisher/long-by-hand/drafts/1").logIn("author");
            assertThat(author.page().locator("#text")).isHidden();
            author.page().click("#text-label");
            assertThat(author.page().locator("#text")).isVisible();
            assertThat(author.page().locator("#text")).hasValue(text);
            author.page().click("text=案を保存する");
            assertThat(author.page().locator("[role=status]").first()).containsText("案を保存しました。");
        }
    }

    private static void draftByHand(Page page) {
        page.fill("#label", "第二版");
        page.fill("#revisedOn", "2026-01-01");
        page.fill("#effectiveOn", "2026-02-01");
        page.selectOption("#procedure", "ACCEPTANCE");
        page.waitForLoadState();
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "draft.md",
                        "text/markdown",
                        (TEXT.replace("利用する", "利用し、第三者に提供する") + "第4条（雑則）\n残りはここに書く。\n")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#upload-told")).containsText("draft.md");
        page.click("text=案を保存する");
    }

    /** What is typed into the draft and into the purpose outlives whatever is pressed, and what a purpose says its editing. */
    private static void statePurpose(Visit author) {
        var page = author.page();
        page.fill("#label", "第二版（改）");
        var article = page.locator("[id='art:2']");
        article.locator(".state-purpose > button").click();
        assertThat(page.locator("#label")).hasValue("第二版（改）");
        article.locator("[name=purposeId]").fill("news");
        article.locator("[name=title]").fill("お知らせの送付");
        article.locator("[name=mode]").selectOption("VOLUNTARY");
        article.locator("[name=dataItems]").fill("氏名\n電子メールアドレス");
        article.locator("[name=keptAfterLeaving]").fill("三年");
        page.fill("#label", "第二版");
        author.inspect("draft-purpose-ja");
        article.locator("text=この条項に定める").click();
        assertThat(article.locator("[role=alert]")).isVisible();
        assertThat(article.locator("[name=purposeId]")).isFocused();
        assertThat(article.locator("[name=title]")).hasValue("お知らせの送付");

        article.locator("[name=keptAfterLeaving]").fill("P3Y");
        article.locator("text=この条項に定める").click();
        assertThat(page.locator(".stated")).containsText("お知らせの送付");
        assertThat(page.locator("#label")).hasValue("第二版");
        page.click(".stated [name=edit]");
        assertThat(article.locator("[name=dataItems]")).hasValue("氏名\n電子メールアドレス");
        article.locator("[name=title]").fill("お知らせの送付と案内");
        article.locator("text=この条項に定める").click();
        assertThat(page.locator(".stated")).containsText("お知らせの送付と案内");
        article.locator(".state-purpose > button").click();
        article.locator("[name=purposeId]").fill("news");
        article.locator("[name=title]").fill("お知らせの送付");
        article.locator("[name=mode]").selectOption("VOLUNTARY");
        article.locator("text=この条項に定める").click();
        assertThat(page.locator(".stated li")).hasText(new String[] {"氏名", "電子メールアドレス"});
        assertThat(page.locator(".stated")).containsText("P3Y");
    }

    @Test
    @DisplayName("同意を断った人も、同意を待つ人に数える。周知が記録されるまで、周知では誰も拘束されない")
    void countsWhomADraftReaches(Console console) {
        var client = new Client(console.url());
        var terms = "hand-counted";
        client.post(201, draft(client, terms, TEXT) + "/publication", "{}");
        for (int customer = 1; customer <= 5; customer++) {
            answer(client, "acceptances", terms, "counted-" + customer, 1);
        }
        client.post(201, draft(client, terms, 2, "ACCEPTANCE", "2020-05-01", TEXT + "あ\n") + "/publication", "{}");
        answer(client, "acceptances", terms, "counted-1", 2);
        answer(client, "refusals", terms, "counted-2", 2);
        answer(client, "refusals", terms, "counted-3", 2);
        try (var author = console.visit(1280)) {
            author.open("/console/").logIn("author");
            var third = draft(client, terms, 3, "NOTICE", "2999-01-01", TEXT + "い\n");
            reaches(author, terms, 3, "第2版", 0, 5);
            client.post(201, third + "/notices", "{\"channel\":\"WEB\",\"postedAt\":\"2020-06-01T00:00:00Z\"}");
            reaches(author, terms, 3, "第2版", 1, 4);
            client.post(201, third + "/publication", "{}");
            draft(client, terms, 4, "ACCEPTANCE", "2999-02-01", TEXT + "う\n");
            reaches(author, terms, 4, "第2版", 0, 5);
        }
    }

    private static void reaches(
            Visit author, String terms, int edition, String countedBy, int byNotice, int mustAccept) {
        author.open("/console/publisher/" + terms + "/editions/" + edition);
        assertThat(author.page().locator("section.part").first()).containsText(countedBy);
        assertThat(author.page().locator(".numbers dd").nth(0)).hasText(Integer.toString(byNotice));
        assertThat(author.page().locator(".numbers dd").nth(1)).hasText(Integer.toString(mustAccept));
    }

    @Test
    @DisplayName("略された条項の隣に書き足した条項も、変更点に出る")
    void showsWhatIsWrittenBesideAnElision(Console console) {
        var client = new Client(console.url());
        var text = client.json("/api/v1/terms/desknets-cloud/editions/13")
                .path("text")
                .asString();
        var terms = "elided-by-hand";
        client.post(201, draft(client, terms, text) + "/publication", "{}");
        draft(client, terms, 2, "NOTICE", "2999-01-01", text.stripTrailing() + "\n第９９条　新しい義務を負います。\n");
        try (var author = console.visit(1280)) {
            author.open("/console/publisher/" + terms + "/editions/2").logIn("author");
            var written = author.page()
                    .locator(".comparison tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("新しい義務を負います。"));
            assertThat(written).containsText("(略)");
            assertThat(written).containsText("一方で略");
        }
    }

    @Test
    @DisplayName("案の画面では、欄で Enter を押しても何も送られない。ボタンは Enter でも押せる")
    void enterInAFieldSendsNothing(Console console) {
        var terms = "entered-by-hand";
        draft(new Client(console.url()), terms, TEXT);
        try (var author = console.visit(390)) {
            var page = author.open("/console/publisher/" + terms + "/drafts/1")
                    .logIn("author")
                    .page();
            page.locator("[id='art:2'] .state-purpose > button").press("Enter");
            page.fill("[name=purposeId]", "news");
            page.fill("[name=title]", "お知らせの送付");
            var sent = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(URI.create(request.url()).getPath());
                }
            });
            for (var field : List.of("purposeId", "title", "keptAfterLeaving", "thirdParties", "label", "revisedOn")) {
                page.locator("[name=" + field + "]").press("Enter");
            }
            page.locator("text=この条項に定める").press("Enter");
            assertThat(page.locator(".stated")).containsText("お知らせの送付");
            Assertions.assertThat(sent).containsExactly("/console/publisher/" + terms + "/drafts/1/purposes");
        }
    }

    @Test
    @DisplayName("周知は、二度押しても、戻って送り直しても、ログインし直して送っても一度だけ記録される。別の周知は別に記録される")
    void recordsANoticeOnce(Console console) {
        var client = new Client(console.url());
        var edition = draft(client, "noticed-by-hand", TEXT);
        try (var publisher = console.visit(390)) {
            var path = "/console/publisher/noticed-by-hand/editions/1";
            var page = publisher.open(path).logIn("publisher").page();
            record(page, "https://example.com/notice", PublisherPagesTest::pressTwice);
            page.goBack();
            record(page, "https://example.com/notice", Locator::click);
            page.context().clearCookies();
            publisher.open(path).logIn("publisher");
            record(page, "https://example.com/notice", Locator::click);
            Assertions.assertThat(client.json(edition).path("notices")).hasSize(1);
            assertThat(page.locator("a[rel=noreferrer]")).hasCount(1);
            record(page, "https://example.com/other", Locator::click);
            Assertions.assertThat(client.json(edition).path("notices")).hasSize(2);
            assertThat(page.locator("a[rel=noreferrer]")).hasCount(2);
        }
    }

    @Test
    @DisplayName("断られた周知は、書いたまま残る")
    void keepsADeclinedNotice(Console console) {
        draft(new Client(console.url()), "refused-by-hand", TEXT);
        try (var publisher = console.visit(390)) {
            var page = publisher
                    .open("/console/publisher/refused-by-hand/editions/1")
                    .logIn("publisher")
                    .page();
            send(page, "ftp://example.com/notice", Locator::click);
            assertThat(page.locator("[role=alert]")).isVisible();
            assertThat(page.locator("#postedAt")).isVisible();
            assertThat(page.locator("#postedAt")).hasValue("2020-03-01T10:00");
            publisher.inspect("notice-declined-ja");
        }
    }

    /** Until the next page is there, on which the form is folded away. */
    private static void record(Page page, String url, Consumer<Locator> press) {
        send(page, url, press);
        assertThat(page.locator("#postedAt")).isHidden();
    }

    /** The second time when the first is on its way, and on this page, whatever the next one has in this place. */
    private static void pressTwice(Locator button) {
        button.evaluate("button => { button.click(); setTimeout(() => button.click()); }");
    }

    private static void send(Page page, String url, Consumer<Locator> press) {
        page.click("summary:text-is('周知を記録する')");
        assertThat(page.locator("#postedAt-hint")).containsText("Asia/Tokyo");
        page.fill("#postedAt", "2020-03-01T10:00");
        page.fill("#url", url);
        press.accept(page.locator("button:text-is('周知を記録する')"));
    }

    @Test
    @DisplayName("欄の足りない送信は、記録の番号のない 400 になる")
    void declinesWhatNoFormSends(Console console) {
        try (var author = console.visit(390)) {
            var page = author.open(HOME).logIn("author").page();
            var form = FormData.create()
                    .set("_csrf", page.locator("[name=_csrf]").first().inputValue());
            for (var path : List.of("drafts/7", "drafts/7/purposes", "drafts/7/purposes/removal")) {
                var answer = page.request()
                        .post(
                                console.url()
                                        .resolve("/console/publisher/" + TERMS + "/" + path)
                                        .toString(),
                                RequestOptions.create().setForm(form));
                Assertions.assertThat(answer.status()).as(path).isEqualTo(400);
            }
        }
    }

    private static Locator state(Page page, String state) {
        return page.locator(".coverage tr").filter(new Locator.FilterOptions().setHasText(state));
    }
}
