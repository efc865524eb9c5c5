package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBrowser.class)
class ImportsPageTest {
    private static final String ROWS = """
            kind,customerId,termsId,edition,expressedAt,channel,actorKind,sourceKind,reference,datePrecision
            ACCEPTANCE,imported-1,desknets-cloud,13,2020-03-01T00:00:00Z,WEB,SELF,IMPORT,r1,DAY
            ACCEPTANCE,imported-2,desknets-cloud,99,2020-03-01T00:00:00Z,WEB,SELF,IMPORT,r2,DAY
            """;

    @Test
    @DisplayName("運用担当は、過去の記録をまず確かめてから取り込み、受け付けられない行を受け取る")
    void checksBeforeItImportsAndHandsOutTheRejects(Console console) throws IOException {
        try (var visit = console.visitWithoutScripts(390)) {
            visit.open("/console/imports").logIn("operator");
            choose(visit.page());
            visit.page().click("button[value=true]");
            assertThat(visit.page().locator(".numbers dd").nth(1)).hasText("1");
            assertThat(visit.page().locator("tbody tr")).containsText("EDITION_UNKNOWN");
        }
        try (var visit = console.visit(1280)) {
            visit.open("/console/imports").logIn("operator");
            visit.inspect("imports-ja");
            choose(visit.page());
            visit.page().click("button[value=false]");
            assertThat(visit.page().locator("h2")).hasText("取り込みが終わりました");
            assertThat(visit.page().locator(".numbers dd").nth(1)).hasText("1");
            var rejects = visit.page().waitForDownload(() -> visit.page().click("text=受け付けられなかった行を保存する"));
            assertThat(Files.readString(rejects.path())).contains("imported-2").doesNotContain("imported-1");
            visit.inEnglish();
            assertThat(visit.page().locator("h2")).hasText("The import is done");
            visit.inspect("import-done-en");
        }
    }

    private static void choose(Page page) {
        page.setInputFiles("#file", new FilePayload("old.csv", "text/csv", ROWS.getBytes(StandardCharsets.UTF_8)));
    }
}
