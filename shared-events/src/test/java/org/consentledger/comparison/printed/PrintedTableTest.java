package org.consentledger.comparison.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("印刷された新旧対照表を読む")
class PrintedTableTest {
    @Test
    @DisplayName("列の順は見出しで決まる")
    void readsTheOrderOfTheColumnsFromTheHeads() {
        var table = PrintedTable.of(List.of(
                        List.of("クラウド約款 新旧対照表"),
                        List.of("条番号", "改正前\n（第一版）", "改正後", "摘要"),
                        List.of("1", "第1条 甲", "第1条 乙", "変更")))
                .orElseThrow();
        assertThat(table.rows()).containsExactly(new PrintedRow(1, List.of("第1条 乙"), List.of("第1条 甲"), "変更"));
    }

    @ParameterizedTest
    @CsvSource({
        "新（第13版）, 旧（第12版）",
        "新 第十三版（2020年2月21日実施）, 旧 第十二版",
        "変更後の規約, 変更前の規約",
        "改定約款, 現行約款",
        "改訂後（2020年2月21日）, 改訂前",
        "New version, Old version"
    })
    @DisplayName("見出しは、何のどの版かを添えていてもよい")
    void readsHeadsThatSayWhichEditionTheyAreOf(String newer, String older) {
        assertThat(PrintedTable.of(List.of(List.of(older, newer), List.of("甲", "乙"))))
                .hasValue(new PrintedTable(List.of(new PrintedRow(1, List.of("乙"), List.of("甲"), ""))));
    }

    @Test
    @DisplayName("新・旧で始まる条文は、見出しではない")
    void takesNoProvisionForAHead() {
        assertThat(PrintedTable.of(List.of(List.of("新第3条を適用します。", "旧第3条を適用します。"), List.of("新しい規約", "旧来の規約"))))
                .isEmpty();
    }

    @Test
    @DisplayName("次のページの見出しと罫線、空の行は数えない")
    void passesOverHeadsOnLaterPagesAndRules() {
        var table = PrintedTable.of(List.of(
                        List.of("新", "旧", "備考"),
                        List.of("--", "--", "-----"),
                        List.of("甲", "乙", "(変更)"),
                        List.of("新", "旧", "備考"),
                        List.of(""),
                        List.of("丙", "（新設）", "(新設)")))
                .orElseThrow();
        assertThat(table.rows())
                .containsExactly(
                        new PrintedRow(1, List.of("甲"), List.of("乙"), "(変更)"),
                        new PrintedRow(2, List.of("丙"), List.of(), "(新設)"));
    }

    @Test
    @DisplayName("新と旧の列がなければ、新旧対照表ではない")
    void isNoTableWithoutBothColumns() {
        assertThat(PrintedTable.of(List.of(List.of("新", "備考"), List.of("甲", "乙"))))
                .isEmpty();
    }
}
