package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBrowser.class)
class PrivacyPagesTest {
    private static final String SOURCE = "{\"kind\":\"IMPORT\",\"reference\":\"old\",\"datePrecision\":\"INSTANT\"}";

    @Test
    @DisplayName("開示の請求を受け付け、期限を見ながら、一歩ずつ完了まで進める")
    void leadsARequestToItsEnd(Console console) {
        try (var visit = console.visit(1280)) {
            var page = visit.page();
            visit.open("/console/privacy?customer=demo-2019").logIn("privacy");
            page.click("text=新しい請求を受け付ける");
            page.fill("#details", "通話の録音");
            page.click("button:text-is('受け付ける')");
            assertThat(page.locator("article.part")).containsText("期限");
            visit.inspect("privacy-ja");

            page.check("[value=CONFIRMED]");
            page.fill("[name=said]", "運転免許証");
            page.click("text=記録する");
            page.click("text=記録する");
            page.check("[value=GRANTED]");
            page.fill("[name=said]", "請求のとおり");
            page.click("text=記録する");
            page.click("text=記録する");
            assertThat(page.locator("article.part h4")).containsText("完了");
            assertThat(page.locator(".steps")).containsText("運転免許証");
            visit.inEnglish();
            visit.inspect("privacy-en");
        }
    }

    @Test
    @DisplayName("停止した利用は、理由を添えて解除できる")
    void liftsASuspension(Console console) {
        var client = new Client(console.url());
        var requests = "/api/v1/customers/lifts-1/requests";
        var request = client.post(201, requests, "{\"kind\":\"SUSPENSION_OF_USE\"}")
                .path("requestId")
                .asString();
        var step = requests + "/" + request + "/";
        client.post(201, step + "identity-check", "{\"outcome\":\"CONFIRMED\",\"method\":\"面前\"}");
        client.post(201, step + "fee", "{\"paid\":true,\"amount\":0,\"currency\":\"JPY\"}");
        client.post(201, step + "decision", "{\"outcome\":\"GRANTED\",\"reason\":\"理由あり\"}");
        client.post(201, step + "completion", "{}");
        try (var visit = console.visit(1280)) {
            var page = visit.page();
            visit.open("/console/privacy?customer=lifts-1").logIn("privacy");
            var suspended = page.locator("article.part", containing("利用の停止"));
            assertThat(suspended).containsText("データの利用は停止されています。");
            suspended.locator("summary").click();
            suspended.locator("[name=said]").fill("本人の求め");
            visit.inspect("lifting-ja");
            suspended.locator("button").click();
            assertThat(suspended.locator(".steps")).containsText("本人の求め");
            assertThat(suspended).not().containsText("データの利用は停止されています。");
        }
    }

    @Test
    @DisplayName("百を超える請求も、終わりまで見られる")
    void followsALongList(Console console) {
        var client = new Client(console.url());
        for (int i = 0; i < 101; i++) {
            client.post(201, "/api/v1/customers/asks-much/requests", "{\"kind\":\"DISCLOSURE\"}");
        }
        try (var visit = console.visitWithoutScripts(1280)) {
            visit.open("/console/privacy?customer=asks-much").logIn("privacy");
            assertThat(visit.page().locator("article.part")).hasCount(100);
            visit.page().click("[rel=next]");
            assertThat(visit.page().locator("article.part")).hasCount(1);
            assertThat(visit.page().locator("[rel=next]")).hasCount(0);
        }
    }

    @Test
    @DisplayName("消去は一人が申請し、別の人が承認する。申請した人は承認できない")
    void erasureTakesTwo(Console console) {
        leave(new Client(console.url()), "gone-1");
        try (var privacy = console.visit(1280)) {
            var page = privacy.page();
            privacy.open("/console/erasure?customer=gone-1").logIn("privacy");
            page.fill("#reason", "退会後の本人の求め");
            page.click("button:text-is('消去を申請する')");
            assertThat(page.locator("main")).containsText("消去の申請を記録しました");
            assertThat(page.locator("section.part")).containsText("退会後の本人の求め");
            assertThat(page.locator("section.part")).containsText("あなたの申請です");
            assertThat(page.locator("button:text-is('消去を承認する')")).hasCount(0);
            assertThat(page.locator("button:text-is('消去を申請する')")).hasCount(0);
            privacy.inspect("erasure-ja");
            page.click("a:text-is('承認を待つ消去')");
            assertThat(page.locator("tr", containing("gone-1"))).containsText("あなたの申請です");
        }
        try (var approver = console.visit(390)) {
            var page = approver.page();
            approver.open("/console/").logIn("approver");
            page.click("main a:text-is('個人データの消去')");
            var waiting = page.locator("tr", containing("gone-1"));
            assertThat(waiting).containsText("退会後の本人の求め");
            approver.inspect("erasures-ja");
            waiting.locator("text=承認の画面").click();
            assertThat(page.locator("section.part")).containsText("退会後の本人の求め");
            assertThat(page.locator("section.part")).containsText("privacy");
            approver.inspect("approval-ja");
            refusesWhoAsked(console, page.inputValue("input[name=erasure]"));
            page.click("button:text-is('消去を承認する')");
            assertThat(page.locator("[role=status]")).containsText("消去しました。");
            page.click("a:text-is('承認を待つ消去')");
            assertThat(page.locator("main")).not().containsText("gone-1");
            page.click("text=申請されたすべての消去");
            assertThat(page.locator("tr", containing("gone-1"))).containsText("承認済み");
        }
    }

    /** Who asked for it sends the form of an approval all the same, which the page does not offer to him. */
    private static void refusesWhoAsked(Console console, String erasure) {
        try (var privacy = console.visit(1280)) {
            privacy.open("/console/erasure?customer=gone-1").logIn("privacy");
            approveByHand(privacy.page(), erasure);
            assertThat(privacy.page().locator("[role=alert]")).isVisible();
            assertThat(privacy.page().locator("section.part")).containsText("退会後の本人の求め");
        }
    }

    private static void approveByHand(Page page, String erasure) {
        page.evaluate("""
                erasure => {
                    const form = document.querySelector('form[action="/console/logout"]');
                    form.action = '/console/erasure/approval';
                    const fields = {customer: 'gone-1', erasure, once: crypto.randomUUID()};
                    for (const [name, value] of Object.entries(fields)) {
                        const field = document.createElement('input');
                        field.name = name;
                        field.value = value;
                        form.append(field);
                    }
                    form.submit();
                }""", erasure);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** So long ago that nothing needs to be kept any longer. */
    private static void leave(Client client, String customer) {
        var digest = client.json("/api/v1/terms/desknets-cloud/editions/12")
                .path("digest")
                .asString();
        client.post(
                201, "/api/v1/customers/" + customer + "/acceptances", String.format(Locale.ROOT, """
                {"termsId":"desknets-cloud","edition":12,"digest":"%s","channel":"WEB","actor":{"kind":"SELF"},
                 "expressedAt":"2019-08-01T00:00:00Z","source":%s}""", digest, SOURCE));
        client.post(201, "/api/v1/customers/" + customer + "/departure", String.format(Locale.ROOT, """
                {"expressedAt":"2019-09-01T00:00:00Z","channel":"WEB","source":%s}""", SOURCE));
    }
}
