package org.consentledger.standalone.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBrowser.class)
class DeadLettersPageTest {
    /** As a projection would leave it, but that nobody tries it by itself within the hour; it is handled when it is tried. */
    private static void park(Console console) {
        console.database().sql("""
                        insert into query.dead_letter
                            (projection, position, customer_id, event_id, event_type, cause, tries, tried_at)
                        select 'about', position, 'parked-1', event_id::text, payload_type,
                            'java.lang.IllegalStateException at org.example.Some.where:7', 20, clock_timestamp()
                        from ledger.event where position = 0""").update();
    }

    @Test
    @DisplayName("運用担当は、処理できなかった記録をもう一度試し、または理由を述べて除外する。JavaScript はいらない")
    void triesAgainOrDiscards(Console console) {
        park(console);
        try (var visit = console.visitWithoutScripts(390)) {
            var page = visit.page();
            visit.open("/console/operator").logIn("operator");
            assertThat(page.locator("section.part")).containsText("parked-1");
            page.click("button:text-is('もう一度試す')");
            assertThat(page.locator("[role=status]")).containsText("1 件を処理しました");
            assertThat(page.locator("main")).containsText("待っている記録はありません");

            park(console);
            visit.open("/console/operator");
            page.click("section.part summary");
            page.fill("[name=because]", "INC-2041");
            page.click("button:text-is('除外する')");
            assertThat(page.locator("main li")).containsText("INC-2041");
        }
        console.database()
                .sql("update query.dead_letter set discarded_at = null, discarded_by = null,"
                        + " discarded_because = null where customer_id = 'parked-1'")
                .update();
        try (var visit = console.visit(1280)) {
            visit.open("/console/operator").logIn("operator");
            visit.page().click("section.part summary");
            visit.inspect("dead-letters-ja");
            visit.inEnglish();
            visit.page().click("section.part summary");
            visit.inspect("dead-letters-en");
        }
        console.database()
                .sql("delete from query.dead_letter where customer_id = 'parked-1'")
                .update();
    }
}
