package org.consentledger.console.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "art:32/para:2/item:1, 第32条第2項第1号",
        "art:4_2, 第4条の2",
        "art:32/para:2~2, 第32条第2項（2つ目）",
        "suppl:2/art:1, 付則（2）第1条",
        "art:1/para:1/item:1/sub:ア, 第1条第1項第1号ア",
        "chap:3, 第3章",
        "title, title",
        "text:1~2, text:1（2つ目）"
    })
    @DisplayName("条項の位置は、約款に印刷されるとおりに示す")
    void tellsWhereAProvisionStandsAsTermsPrintIt(String path, String printed) {
        assertThat(PrintedReference.of(path)).isEqualTo(printed);
    }
}
