package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBrowser.class)
class HoldsPageTest {
    @Test
    @DisplayName("法務は、理由を述べてから、法的保全をかけ、解除する。JavaScript はいらない")
    void placesAndReleasesAHold(Console console) {
        try (var visit = console.visitWithoutScripts(390)) {
            var page = visit.page();
            visit.open("/console/holds?customer=held-1").logIn("legal");
            page.click(".why summary");
            page.fill("#reason-stated", "案件 4711 号");
            page.click(".why button");
            assertThat(page.locator(".why summary")).containsText("案件 4711 号");

            page.fill("#matter", "令和8年（ワ）第1号");
            page.fill("#reason", "訴訟の提起");
            page.click("button:text-is('保全をかける')");
            assertThat(page.locator("tbody tr")).containsText("継続中");

            visit.open("/console/accesses?customer=held-1");
            assertThat(page.locator("tbody tr").last()).containsText("案件 4711 号");
        }
        try (var visit = console.visit(1280)) {
            var page = visit.page();
            visit.open("/console/holds?customer=held-1").logIn("legal");
            page.click("td summary");
            visit.inspect("holds-ja");
            page.fill("#matter", "　");
            page.fill("#reason", "訴訟の提起");
            page.click("button:text-is('保全をかける')");
            assertThat(page.locator("[role=alert]")).isVisible();
            visit.inEnglish();
            assertThat(page.locator("h2")).hasText("held-1");
            assertThat(page.locator("tbody tr")).containsText("Standing");
            page.click("text=日本語");

            page.click("td summary");
            page.fill("td [name=reason]", "和解の成立");
            page.click("td button");
            assertThat(page.locator("tbody tr")).containsText("解除済み");
            visit.inEnglish();
            assertThat(page.locator("tbody tr")).containsText("Released");
            visit.inspect("holds-en");
        }
    }
}
