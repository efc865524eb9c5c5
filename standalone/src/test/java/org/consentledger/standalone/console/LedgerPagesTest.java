package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class LedgerPagesTest {
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    @DisplayName("法務は、台帳の健康を見て、手元の証跡を確かめる。変えられた証跡は有効とされない")
    void checksADossierBesideTheLedger(int width, Console console) throws IOException {
        try (var visit = console.visit(width)) {
            var page = visit.page();
            visit.open("/console/legal?customer=demo-2019").logIn("legal");
            var dossier = Files.readAllBytes(
                    page.waitForDownload(() -> page.click("text=証跡を保存する")).path());
            page.click("nav >> text=台帳の健康と検証");
            assertThat(page.locator("dl.health dd")).hasCount(4);
            assertThat(page.locator("dl.health dd").nth(2)).hasText("0 件");

            page.setInputFiles("#file", new FilePayload("dossier.zip", "application/zip", dossier));
            page.click("button:text-is('確かめる')");
            assertThat(page.locator("#verdict h2")).hasText("台帳と合っています");
            assertThat(page.locator("#verdict")).containsText("demo-2019");
            assertThat(page.locator("#verdict")).containsText("タイムスタンプがありません");
            visit.inspect("ledger-ja");

            dossier[dossier.length / 2] ^= 1;
            page.setInputFiles("#file", new FilePayload("dossier.zip", "application/zip", dossier));
            page.click("button:text-is('確かめる')");
            assertThat(page.locator("#verdict h2")).hasText("確かめられません");
            visit.inspect("ledger-not-verified");
        }
    }

    @Test
    @DisplayName("貼り付けた受領証も、JavaScript なしで選んだ受領証も、同じように確かめられる")
    void checksAPastedReceipt(Console console) {
        var receipt = receipt(new Client(console.url()));
        try (var visit = console.visitWithoutScripts(390)) {
            visit.open("/console/ledger").logIn("auditor");
            visit.page().click("button:text-is('確かめる')");
            assertThat(visit.page().locator("[role=alert]")).containsText("ファイルも本文もありません");
            visit.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload("receipt", "text/plain", receipt.getBytes(StandardCharsets.UTF_8)));
            visit.page().click("button:text-is('確かめる')");
            assertThat(visit.page().locator("#verdict h2")).hasText("台帳と合っています");
        }
        try (var visit = console.visit(1280)) {
            var page = visit.page();
            visit.open("/console/ledger").logIn("auditor");
            page.fill("#receipt", receipt);
            page.click("button:text-is('確かめる')");
            assertThat(page.locator("#verdict h2")).hasText("台帳と合っています");

            page.fill("#receipt", receipt.replaceFirst("index \\d+", "index 1"));
            page.click("button:text-is('確かめる')");
            assertThat(page.locator("#verdict h2")).hasText("確かめられません");
            visit.inEnglish();
            assertThat(page.locator("#verdict h2")).hasText("It does not hold");
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Health")))
                    .isVisible();
            visit.inspect("ledger-en");
        }
    }

    private static String receipt(Client client) {
        var edition = client.json("/api/v1/terms/desknets-cloud/in-force");
        return client.post(
                        201,
                        "/api/v1/customers/receipt-1/acceptances",
                        String.format(
                                Locale.ROOT,
                                """
                        {"termsId":"desknets-cloud","edition":%s,"digest":"%s","channel":"WEB",
                         "actor":{"kind":"SELF"}}""",
                                edition.path("number").asString(),
                                edition.path("digest").asString()))
                .path("receipt")
                .asString();
    }
}
