package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class LegalPagesTest {
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    @DisplayName("法務は答えを台帳から一歩ずつ再現し、証跡を受け取る")
    void replaysAndHandsOutADossier(int width, Console console) throws IOException {
        try (var visit = console.visit(width)) {
            visit.open("/console/legal").logIn("legal");
            visit.page().fill("#customer", "demo-2019");
            visit.page().fill("#at", "2020-03-01T00:00");
            visit.page().click("main button");

            assertThat(visit.page().locator(".verdict")).containsText("2020年2月21日 00:00:00 から周知により適用");
            assertThat(visit.page().locator(".part")).containsText("ふだんの答えと一致しています");
            assertThat(visit.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("約款に同意")))
                    .containsText("第十三版");
            assertThat(visit.page().locator("tbody")).containsText("第 13 版への同意");
            visit.inspect("legal-ja");
            var dossier = visit.page().waitForDownload(() -> visit.page().click("text=証跡を保存する"));
            assertThat(Files.readAllBytes(dossier.path())).startsWith('P', 'K');

            visit.inEnglish();
            assertThat(visit.page().locator(".part")).containsText("It agrees with the usual answer.");
            visit.inspect("legal-en");
        }
    }

    @Test
    @DisplayName("法務は、二つの時計の図と、だれがお客様のデータを見たかを見る")
    void seesBothClocksAndWhoLooked(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/support?customer=demo-2019&on=2020-02-10").logIn("legal");
            assertThat(visit.page().locator("svg.timeline rect.edition").first())
                    .isVisible();
            assertThat(visit.page().locator("svg.timeline circle").first()).isVisible();
            visit.inspect("timeline-ja");

            visit.page().click("main >> text=だれが見たか");
            assertThat(visit.page()
                            .locator("tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("legal"))
                            .first())
                    .isVisible();
            visit.inspect("accesses-ja");
        }
    }

    @Test
    @DisplayName("運用担当は、射影の遅れと作り直しの進み具合を見る")
    void operatorSeesTheProjections(Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/operator").logIn("operator");
            visit.page().selectOption("#projection", "holds");
            visit.page().click("main form button");
            assertThat(visit.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("holds")))
                    .containsText("入れ替えた");
            visit.inspect("operator-ja");
        }
    }

    @Test
    @DisplayName("やめようとした作り直しが、その間に終わっていれば、同じ画面でそう言う")
    void operatorIsTooLateToCallOff(Console console) {
        try (var visit = console.visit(390)) {
            visit.open("/console/operator").logIn("operator");
            var page = visit.page();
            page.selectOption("#projection", "comparison");
            page.locator("form[action='/console/operator/rebuild']")
                    .evaluate("form => form.action = '/console/operator/call-off'");
            page.click("button:text-is('作り直す')");
            assertThat(page.locator("[role=status]")).containsText("comparison の作り直しはもう終わっていた");
            assertThat(page.locator("main table")).isVisible();
        }
    }

    @Test
    @DisplayName("どの二つの版も、新旧対照表で比べられる")
    void comparesTwoEditions(Console console) {
        try (var visit = console.visit(1280)) {
            visit.open("/console/terms?terms=desknets-cloud").logIn("legal");
            visit.inspect("terms-ja");
            visit.page().click("text=新旧を対照する");
            assertThat(visit.page().locator(".comparison tbody tr")).hasCount(4);
            assertThat(visit.page().locator(".comparison tbody tr").last()).containsText("付則");
            visit.inspect("comparison-ja");
        }
    }
}
