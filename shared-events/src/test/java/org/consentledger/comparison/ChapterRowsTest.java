package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.consentledger.comparison.printed.AppliedTable;
import org.consentledger.comparison.printed.PrintedTable;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("章・節の加わった、またはなくなった新旧対照表")
class ChapterRowsTest {
    private static final String TEXT = """
            約款

            第1章 総則
            第1条（目的）
            この規約は、目的を定めます。
            第2条（定義）
            用語を定めます。

            附則
            2020年4月1日から施行します。
            """;
    private static final String CHAPTER = """

            第2章 料金
            第1節 通則
            第3条（料金）
            料金は千円です。
            第2節 細則
            第4条（支払）
            毎月支払います。
            2 現金で支払います。

            附則""";
    private static final String LONGER = TEXT.replace("\n附則", CHAPTER);

    @Test
    @DisplayName("新しい章は、その節・条・項を含めて一行")
    void showsANewChapterWithItsArticlesInOneRow() {
        var rows = changes(TEXT, LONGER);
        assertThat(rows).extracting(Row::remark, Row::path).containsExactly(tuple(Remark.ADDED, "chap:2"));
        assertThat(rows.getFirst().newer().text()).startsWith("第2章 料金\n第1節").endsWith("2 現金で支払います。");
    }

    @Test
    @DisplayName("なくなった章も一行")
    void showsADeletedChapterInOneRow() {
        assertThat(changes(LONGER, TEXT))
                .extracting(Row::remark, Row::path)
                .containsExactly(tuple(Remark.DELETED, "chap:2"));
    }

    @Test
    @DisplayName("元からある条の前に章名が入っても、条は動かない。章の行は、章名に続く新しい条まで")
    void leavesArticlesThatWereThereOutOfTheRowOfANewHeading() {
        var newer = TEXT.replace("第2条", "第2章 定義\n第1条の2（新条）\n新しい条項です。\n第2条")
                .replace("用語を定めます。\n", "用語を定めます。\n第3条（後の新条）\n後の新しい条項です。\n");
        var rows = changes(TEXT, newer);
        assertThat(rows)
                .extracting(Row::remark, Row::path)
                .containsExactly(tuple(Remark.ADDED, "chap:2"), tuple(Remark.ADDED, "art:3"));
        assertThat(rows.getFirst().newer().text()).isEqualTo("第2章 定義\n第1条の2（新条）\n新しい条項です。");
    }

    @Test
    @DisplayName("印刷した表からも、章ごと草案に入る")
    void readsTheRowsAgain() {
        for (var texts : List.of(List.of(TEXT, LONGER), List.of(LONGER, TEXT))) {
            var older = Structure.of(texts.getFirst());
            var table = ComparisonTable.of(older, Structure.of(texts.getLast()), List.of());
            var printed = PrintedTable.of(PrintedAgainTest.printed(table)).orElseThrow();
            var applied = AppliedTable.of(printed, older);
            assertThat(applied.problems()).isEmpty();
            assertThat(Outline.collapse(applied.text())).isEqualTo(Outline.collapse(texts.getLast()));
        }
    }

    private static List<Row> changes(String older, String newer) {
        var table = ComparisonTable.of(Structure.of(older), Structure.of(newer), List.of());
        assertThat(table.apply(older)).isEqualTo(newer);
        return table.rows().stream()
                .filter(row -> row.remark() != Remark.ELIDED)
                .toList();
    }
}
