package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.consentledger.provisions.Warning.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WarningTextsTest {
    @Test
    void speaksOfTheSameThingsInBothLanguages() {
        assertThat(WarningTexts.bundle(Locale.JAPANESE).keySet())
                .isEqualTo(WarningTexts.bundle(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void putsEveryWarningIntoWords(Code code) {
        var warning = new Warning(code, "art:6_2/para:2~2", List.of("6_2", "3"));
        assertThat(WarningTexts.of(warning, Locale.JAPANESE))
                .startsWith("第6条の2第2項(2回目)：")
                .endsWith("。");
        assertThat(WarningTexts.of(warning, Locale.ENGLISH))
                .startsWith("Article 6-2 paragraph 2 (occurrence 2): ")
                .endsWith(".");
    }

    @Test
    void saysWhereNumbersBegin() {
        var warning = new Warning(Code.NUMBER_DOES_NOT_FOLLOW, "art:2", List.of("2", ""));
        assertThat(WarningTexts.of(warning, Locale.ENGLISH)).isEqualTo("Article 2: The numbers begin with 2.");
    }

    @DisplayName("経路を人の言い方で言う")
    @ParameterizedTest
    @CsvSource({
        "art:32/para:2/item:1, 第32条第2項第1号",
        "art:4_2, 第4条の2",
        "suppl:2/art:1/para:1, 付則(2番目)第1条第1項",
        "chap:2/art:1, 第2章第1条",
        "art:1/para:1/item:2/sub:3, 第1条第1項第2号(3)",
        "title, 題名",
        "chap:1/text:2, 第1章本文(2番目)",
        "nowhere:1, nowhere:1",
        "第6条, 第6条"
    })
    void saysAPathAsPeopleDo(String path, String printed) {
        assertThat(PrintedPath.of(path, Locale.JAPANESE)).isEqualTo(printed);
    }
}
