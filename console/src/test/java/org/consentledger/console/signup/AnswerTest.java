package org.consentledger.console.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String BROWSER = "Mozilla/5.0";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ACCEPT", "no"})
    @DisplayName("同意でも不同意でもない答えは、どちらにも数えない")
    void nothingElseIsAnAnswer(String said) {
        assertThat(new Answer(said, null, null).isOne()).isFalse();
    }

    @Test
    @DisplayName("お客様の答えには、お客様のブラウザーが証拠として添えられる。長すぎるものは縮める")
    void statesTheBrowserOfACustomer() {
        var body = new Answer("accept", null, null).body("shown", Map.of("news", "GIVEN"), false, "x".repeat(1001));
        assertThat(body)
                .containsEntry("channel", "WEB")
                .containsEntry("actor", Map.of("kind", "SELF"))
                .containsEntry("decisions", Map.of("news", "GIVEN"))
                .containsEntry("evidence", Map.of("userAgent", "x".repeat(1000)));
    }

    @Test
    @DisplayName("担当者の代行は、そうと記録し、担当者のブラウザーを証拠とはしない。不同意には選択がない")
    void statesThatStaffActed() {
        var body = new Answer("refuse", "PHONE", " 電話 ").body("shown", Map.of("news", "GIVEN"), true, BROWSER);
        assertThat(body)
                .containsEntry("channel", "PHONE")
                .containsEntry("actor", Map.of("kind", "STAFF", "reason", "電話"))
                .doesNotContainKeys("evidence", "decisions");
    }
}
