package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

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

    /** Terms and the draft of their first edition, whose path it returns. */
    private static String draft(Client client, String termsId, String text) {
        client.post(
                201,
                "/api/v1/terms",
                json(Map.of(
                        "termsId",
                        termsId,
                        "title",
                        "手で公表する約款",
                        "provider",
                        "提供者",
                        "timeZone",
                        "Asia/Tokyo",
                        "language",
                        "ja")));
        var path = "/api/v1/terms/" + termsId + "/editions/1";
        client.put(
                path,
                json(Map.of(
                        "label",
                        "第一版",
                        "revisedOn",
                        "2020-04-01",
                        "effectiveOn",
                        "2020-04-01",
                        "text",
                        text,
                        "change",
                        Map.of("procedure", "INITIAL"),
                        "purposes",
                        List.of())));
        return path;
    }

    private static void accept(Client client, String customer, int edition) {
        var digest = client.json("/api/v1/terms/" + TERMS + "/editions/" + edition)
                .path("digest")
                .asString();
        client.post(
                201,
                "/api/v1/customers/" + customer + "/acceptances",
                json(Map.of(
                        "termsId",
                        TERMS,
                        "edition",
                        edition,
                        "digest",
                        digest,
                        "channel",
                        "WEB",
                        "actor",
                        Map.of("kind", "SELF"))));
    }

    @Test
    @DisplayName("案を書き、構造と注意点を見て、別の人が公表し、同意が進むのを見る")
    void leadsFromADraftToCoverage(Console console) {
        try (var author = console.visit(1280)) {
            author.open(HOME).logIn("author");
            author.inspect("publisher-ja");
            author.page().click("text=次の版の案を書く");
            draft(author.page());
            assertThat(author.page().locator("[role=status]").first()).containsText("案を保存しました。");
            assertThat(author.page().locator(".remark").first()).isVisible();
            assertThat(author.page().locator(".state-purpose a").first()).containsText("第1条 (art:1)");
            author.inspect("draft-ja");
            statePurpose(author.page());
            assertThat(author.page().locator(".stated")).containsText("お知らせの送付");

            author.page().click("text=変更点と影響を見る");
            assertThat(author.page().locator(".numbers dd").nth(1)).hasText("2");
            assertThat(author.page().locator("text=公表は、案を書いた人とは別の担当者が行います。")).isVisible();
            author.inspect("effect-ja");
            author.inEnglish();
            author.inspect("effect-en");
        }
        try (var publisher = console.visit(390)) {
            publisher.open(EDITION).logIn("publisher");
            publisher.inspect("publication-ja");
            publisher.page().click("text=この版を公表する");

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

    private static void draft(Page page) {
        page.fill("#label", "第二版");
        page.fill("#revisedOn", "2026-01-01");
        page.fill("#effectiveOn", "2026-02-01");
        page.selectOption("#procedure", "ACCEPTANCE");
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

    private static void statePurpose(Page page) {
        var article = page.locator("[id='art:2']");
        article.locator(".state-purpose a").click();
        article.locator("[name=purposeId]").fill("news");
        article.locator("[name=title]").fill("お知らせの送付");
        article.locator("[name=mode]").selectOption("VOLUNTARY");
        article.locator("button").click();
    }

    private static Locator state(Page page, String state) {
        return page.locator(".coverage tr").filter(new Locator.FilterOptions().setHasText(state));
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
