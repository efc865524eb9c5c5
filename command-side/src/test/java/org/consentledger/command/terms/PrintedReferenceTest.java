package org.consentledger.command.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedReferenceTest {
    private static final String TEXT = """
            (問い合わせ窓口)
            第6条 窓口は次の通りとします。
            2 通話を録音します。
            第３２条 本文
            2 次の各号
            (1) 一
            (2) 二
            3 次
            第三十三条 漢数字
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第6条",
                "第6条第1項",
                "第6条第2項",
                "第32条",
                "第３２条第２項第１号",
                "art:32/para:2/item:2",
                "art:6/para:2~2",
                "第三十三条第一項",
                "次の各号"
            })
    @DisplayName("本文にある条項を見つける")
    void findsWhatIsThere(String reference) {
        assertThat(PrintedReference.isFound(reference, TEXT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第7条", "第3条", "第6条第3項", "第6条第2項第1号", "第6条の2", "第32条第2項第3号", "art:32/para:4", "第三十四条", "別紙"})
    @DisplayName("本文にない条項は見つからない")
    void doesNotFindWhatIsNot(String reference) {
        assertThat(PrintedReference.isFound(reference, TEXT)).isFalse();
    }
}
