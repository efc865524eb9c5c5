package org.consentledger.comparison.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.consentledger.comparison.printed.TableProblem.Code;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("新旧対照表から新版の草案を作る")
class AppliedTableTest {
    private record Cells(String newer, String older, String remark) {}

    private static final String OLD = """
            クラウド約款 第一版

            （定義）
            第1条 この約款で用いる語を次の通り定めます。
            (1) 当社 株式会社提供者
            (2) 利用者 契約した者

            （支払）
            第2条 利用者は、料金を毎月末日までに支払います。
            2 遅れたときは、年六分の利息を付します。
            3 前項は、当社が認めたときは適用しません。

            （解約）
            第3条 利用者は、いつでも解約できます。
            """;

    @Test
    @DisplayName("旧版にないことを旧の欄が言えば、その行は使わず、行を挙げて報告する")
    void reportsAnOldCellThatTheOldEditionDoesNotSay() {
        var applied = apply(row("2 遅れたときは、年三分の利息を付します。", "2 遅れたときは、年五分の利息を付します。", "(変更)"));
        assertThat(applied.problems())
                .containsExactly(new TableProblem(Code.OLD_CELL_NOT_FOUND, 1, "2 遅れたときは、年五分の利息を付します。"));
        assertThat(applied.text()).isEqualTo(OLD);
    }

    @Test
    @DisplayName("旧版の二か所が同じことを言い、どちらか分からなければ、推測しない")
    void reportsAnOldCellThatStandsInTwoPlaces() {
        var old = "約款\n第1条 甲\n2 前項を準用する。\n第2条 乙\n2 前項を準用する。\n";
        var row = row("2 前項は準用しない。", "2 前項を準用する。", "(変更)");
        assertThat(AppliedTable.of(table(row), Structure.of(old)).problems())
                .extracting(TableProblem::code)
                .containsExactly(Code.OLD_CELL_AMBIGUOUS);
        var clear = row("第2条 (略)\n2 前項は準用しない。", "第2条 (略)\n2 前項を準用する。", "(変更)");
        assertThat(AppliedTable.of(table(clear), Structure.of(old)).text())
                .isEqualTo("約款\n第1条 甲\n2 前項を準用する。\n第2条 乙\n2 前項は準用しない。\n");
    }

    @Test
    @DisplayName("幅や部首の違う字で写された旧も見つかり、変わらない語は旧版の字のまま")
    void findsWhatOtherProgramsSpellOtherwise() {
        var applied = apply(row("２ 遅れたときは、年三分の利息を付します。", "２ 遅れたときは、年⽰分の利息を付します。".replace("⽰", "六"), "(変更)"));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text()).isEqualTo(OLD.replace("年六分", "年三分"));
        var radical = AppliedTable.of(table(row("第1条 信⽤を害した者", "第1条 信⽤を失った者", "")), Structure.of("約款\n第1条 信用を失った者\n"));
        assertThat(radical.text()).isEqualTo("約款\n第1条 信用を害した者\n");
    }

    @Test
    @DisplayName("新設の条は、旧の欄が空でも、番号の場所に入る")
    void putsANewArticleWhereItsNumberBelongs() {
        var applied = apply(row("（録音）\n第2条の2 当社は、通話を録音します。", "（新設）", "(新設)"));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text()).isEqualTo(OLD.replace("\n（解約）", "\n（録音）\n第2条の2 当社は、通話を録音します。\n\n（解約）"));
    }

    @Test
    @DisplayName("新設の項や号は、見出しと番号の場所に入る")
    void putsNewParagraphsAndItemsUnderTheirHeadings() {
        var applied = apply(
                row("第1条 (略)\n(3) 代理店 当社が認めた者", "第1条 (略)", "(新設)"), row("第2条 (略)\n3 (略)\n4 利息は、日割りとします。", "", "(新設)"));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text())
                .isEqualTo(OLD.replace("契約した者\n", "契約した者\n(3) 代理店 当社が認めた者\n")
                        .replace("適用しません。\n", "適用しません。\n4 利息は、日割りとします。\n"));
    }

    @Test
    @DisplayName("表題が別の行で変わっていても、そのすぐ後の新設は入る")
    void putsNewProvisionsBehindWhatAnotherRowChanges() {
        var title = row("クラウド約款 第二版", "クラウド約款 第一版", "(変更)");
        var first = row("クラウド約款 第二版\n（目的）\n第1条 目的を定めます。", "クラウド約款 第一版", "(新設)");
        var applied = apply(title, first);
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text()).isEqualTo(OLD.replace("第一版\n", "第二版\n\n（目的）\n第1条 目的を定めます。\n"));
    }

    @Test
    @DisplayName("どこに入るか分からない新設は、報告して入れない")
    void reportsNewWordsWithoutAPlace() {
        var applied = apply(row("(略)", "(略)", "(略)"), row("2 利息は、日割りとします。", "(略)", "(新設)"));
        assertThat(applied.problems()).extracting(TableProblem::code).containsExactly(Code.PLACE_UNKNOWN);
        assertThat(applied.text()).isEqualTo(OLD);
    }

    @Test
    @DisplayName("移動した項は、移った先にあって、元の所にはない")
    void movesAParagraph() {
        var applied = apply(
                row("第2条 (略)\n2 前項は、当社が認めたときは適用しません。", "第2条 (略)\n3 前項は、当社が認めたときは適用しません。", "(移動)"),
                row("第2条 (略)\n3 遅れたときは、", "第2条 (略)\n2 遅れたときは、", "(変更)"));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text())
                .isEqualTo(OLD.replace(
                        "2 遅れたときは、年六分の利息を付します。\n3 前項は、当社が認めたときは適用しません。",
                        "2 前項は、当社が認めたときは適用しません。\n3 遅れたときは、年六分の利息を付します。"));
    }

    @Test
    @DisplayName("移った先が分からない条は、元の所に残る")
    void leavesWhereItWasWhatWasMovedNobodyKnowsWhere() {
        var applied = apply(row("第9条 (略)\n2 遅れたときは、年六分の利息を付します。", "2 遅れたときは、年六分の利息を付します。", "(移動)"));
        assertThat(applied.problems()).hasSize(1);
        assertThat(applied.text()).isEqualTo(OLD);
    }

    @Test
    @DisplayName("二つの行が同じ語について別のことを言えば、後の行を使わない")
    void reportsRowsThatContradict() {
        var applied = apply(
                row("第3条 利用者は、解約できません。", "第3条 利用者は、いつでも解約できます。", "(変更)"), row("", "第3条 利用者は、いつでも解約できます。", "(削除)"));
        assertThat(applied.problems()).extracting(TableProblem::code).containsExactly(Code.ROWS_CONTRADICT);
        assertThat(applied.text()).contains("解約できません");
    }

    @Test
    @DisplayName("新の欄が略せば、変わったかは分からない。新設の中の略は、略されたまま報告される")
    void leavesElidedWhatNobodyKnows() {
        var changed = apply(row("(略)", "第3条 利用者は、いつでも解約できます。", "(変更)"));
        assertThat(changed.problems()).extracting(TableProblem::code).containsExactly(Code.NEW_CELL_ELIDED);
        assertThat(apply(row("(略)", "第3条 利用者は、いつでも解約できます。", "(略)")).problems()).isEmpty();
        var added = apply(row("第4条 裁判所は、次の通りとします。\n(略)\n2 準拠法は日本法とします。", "", "(新設)"));
        assertThat(added.text()).endsWith("第4条 裁判所は、次の通りとします。\n(略)\n2 準拠法は日本法とします。\n");
        assertThat(added.elided()).extracting(AppliedTable.Elided::text).containsExactly("(略)");
    }

    @Test
    @DisplayName("どんな表でも、旧版のほかの所は失われない")
    void survivesAnyTable() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var rows = new ArrayList<Cells>();
            for (int i = random.nextInt(6); i > 0; i--) {
                rows.add(row(some(random), some(random), pick(random, List.of("", "(変更)", "(新設)", "(削除)", "(移動)"))));
            }
            var applied = apply(rows.toArray(Cells[]::new));
            if (rows.stream().noneMatch(row -> row.older.contains("解約"))) {
                assertThat(applied.text()).as("seed %d", seed).contains("いつでも解約できます。");
            }
        }
    }

    private static String some(SplittableRandom random) {
        var lines = new ArrayList<>(OLD.lines().toList());
        lines.addAll(List.of("(略)", "2 (略)", "第2条 (略)", "第2条", "（新設）", "\u200b", "2 別の項です。", "𠮷\ud800"));
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(random, lines)).append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static <T> T pick(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static AppliedTable apply(Cells... rows) {
        return AppliedTable.of(table(rows), Structure.of(OLD));
    }

    private static PrintedTable table(Cells... rows) {
        var cells = new ArrayList<>(List.of(List.of("新", "旧", "備考")));
        for (var row : rows) {
            cells.add(List.of(row.newer, row.older, row.remark));
        }
        return PrintedTable.of(cells).orElseThrow();
    }

    private static Cells row(String newer, String older, String remark) {
        return new Cells(newer, older, remark);
    }
}
