package org.consentledger.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.consentledger.events.EditionNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionNameTest {
    @ParameterizedTest
    @DisplayName("版の名は、番号を二度言わない")
    @CsvSource({
        "ja, 第3版, 第3版",
        "ja, 第三版, 第三版",
        "ja, 第 ３ 版, 第 ３ 版",
        "ja, 第13版, 第13版 (第 3 版)",
        "ja, Edition 3, Edition 3 (第 3 版)",
        "ja, 2020年2月改訂, 2020年2月改訂 (第 3 版)",
        "en, 第三版, 第三版 (edition 3)",
        "en, Edition 3, Edition 3",
        "en, the 3rd edition, the 3rd edition",
        "en, Edition 30, Edition 30 (edition 3)",
        "en, Spring, Spring (edition 3)"
    })
    void saysTheNumberOnlyWhereTheLabelDoesNot(String language, String label, String name) {
        assertThat(EditionName.of(Locale.of(language), label, new EditionNumber(3)))
                .isEqualTo(name);
    }
}
