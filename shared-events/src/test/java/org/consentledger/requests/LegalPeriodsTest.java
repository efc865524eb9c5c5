package org.consentledger.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LegalPeriodsTest {
    @Test
    @DisplayName("請求への回答の期限は、日本の暦で到達の日の二週間後の日である")
    void answersWithinTwoWeeks() {
        assertThat(LegalPeriods.answerDueOn(Instant.parse("2026-06-01T14:59:59Z")))
                .isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(LegalPeriods.answerDueOn(Instant.parse("2026-06-01T15:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    @DisplayName("第三者提供の記録は、作成の日から三年間保存する")
    void keepsTheRecordOfAProvisionForThreeYears() {
        var recorded = Instant.parse("2024-02-28T15:00:00Z");
        assertThat(LegalPeriods.provisionKeptThrough(recorded)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(LegalPeriods.provisionKeptUntil(recorded)).isEqualTo(Instant.parse("2027-02-28T15:00:00Z"));
    }
}
