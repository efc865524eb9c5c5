package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.provisions.Seeds;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("第十二版と第十三版の新旧対照表")
class SeedTableTest {
    private static final ComparisonTable TABLE =
            ComparisonTable.of(Structure.of(Seeds.EDITION_12), Structure.of(Seeds.EDITION_13), List.of());

    @Test
    @DisplayName("変更は表題、新設は第6条第2項・第32条の二つめの「2」・二つめの付則。ほかは（略）")
    void hasExactlyTheChangesOfTheSeedInItsOrder() {
        assertThat(TABLE.rows())
                .extracting(Row::remark, Row::path)
                .containsExactly(
                        tuple(Remark.CHANGED, "title"),
                        tuple(Remark.ELIDED, "elision:1"),
                        tuple(Remark.ADDED, "art:6/para:2"),
                        tuple(Remark.ELIDED, "elision:2"),
                        tuple(Remark.ADDED, "art:32/para:2~2"),
                        tuple(Remark.ELIDED, "elision:3"),
                        tuple(Remark.ADDED, "suppl:2"),
                        tuple(Remark.ELIDED, "elision:4"));
    }

    @Test
    @DisplayName("表題は、変わった日付と版だけに印がつく")
    void marksTheChangedWordsOfTheTitle() {
        var title = TABLE.rows().getFirst();
        assertThat(words(title.newer(), Change.SAME))
                .isEqualTo(words(title.older(), Change.SAME))
                .startsWith("desknet's クラウドサービス利用約款 ");
        assertThat(title.newer().text()).isEqualTo("desknet's クラウドサービス利用約款 2020年2月21日 第十三版");
        assertThat(title.older().text()).isEqualTo("desknet's クラウドサービス利用約款 2019年7月30日 第十二版");
        assertThat(words(title.newer(), Change.INSERTED)).contains("2020", "21").doesNotContain("約款");
        assertThat(words(title.older(), Change.DELETED)).contains("2019", "30").doesNotContain("約款");
    }

    @Test
    @DisplayName("新設の項は、条の見出しとともに示し、旧はない")
    void showsAnAddedParagraphUnderItsHeading() {
        var added = TABLE.rows().get(2);
        assertThat(added.older().isEmpty()).isTrue();
        assertThat(added.older().headings()).isEqualTo(added.newer().headings());
        assertThat(added.newer().headings()).containsExactly(new Heading("(問い合わせ窓口)\n第6条", true));
        assertThat(added.newer().text()).startsWith("2 当社は、お客様から").contains("お問合せ");
        assertThat(added.newer().segments()).extracting(Segment::change).containsExactly(Change.INSERTED);
    }

    @Test
    @DisplayName("新設の付則は、その条と項を含めて一行")
    void showsAnAddedSupplementaryProvisionInOneRow() {
        assertThat(TABLE.rows().get(6).newer().text())
                .isEqualTo("付則 2020年2月21日\n第1条（実施期日）\nこのサービス利用約款は、2020年2月21日に改訂しました。" + "改訂された約款は、2020年2月21日から実施します。");
    }

    @Test
    @DisplayName("新設の文は、会社自身の新旧対照表の文と一致する")
    void agreesWithTheCompanysOwnTable() {
        var table = Seeds.TABLE.replaceAll("<[^>]*>", " ").replaceAll("\\s+", "");
        for (int row : new int[] {0, 2, 4, 6}) {
            var said = TABLE.rows().get(row).newer().text();
            assertThat(table).contains(said.replaceAll("\\s+", ""));
        }
    }

    @Test
    @DisplayName("旧版に対照表を当てると、新版と一字も違わない")
    void makesTheNewEditionOfTheOldOne() {
        assertThat(TABLE.apply(Seeds.EDITION_12)).isEqualTo(Seeds.EDITION_13);
        var back = ComparisonTable.of(Structure.of(Seeds.EDITION_13), Structure.of(Seeds.EDITION_12), List.of());
        assertThat(back.apply(Seeds.EDITION_13)).isEqualTo(Seeds.EDITION_12);
        assertThat(back.rows()).extracting(Row::remark).containsOnly(Remark.CHANGED, Remark.DELETED, Remark.ELIDED);
    }

    @Test
    @DisplayName("ほかの文に当てることは拒む")
    void refusesAnotherText() {
        assertThatThrownBy(() -> TABLE.apply(Seeds.EDITION_13)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("同じ文どうしの対照表は（略）だけ")
    void hasNoChangesBetweenEqualTexts() {
        var same = Structure.of(Seeds.EDITION_13);
        assertThat(ComparisonTable.of(same, same, List.of()).rows())
                .extracting(Row::remark)
                .containsExactly(Remark.ELIDED);
    }

    @Test
    @DisplayName("旧が（略）のところに新が条を示しても、新設とは言わない")
    void neverCallsAddedWhatTheOldEditionDoesNotShow() {
        var older = Structure.of("約款\n\n第6条 甲を定める。\n\n(略)\n\n第32条 乙を定める。\n");
        var newer = Structure.of("約款\n\n第6条 甲を定める。\n\n第7条 丙を定める。\n\n第32条 乙を定める。\n");
        var table = ComparisonTable.of(older, newer, List.of());
        assertThat(table.rows()).extracting(Row::remark).containsOnly(Remark.ELIDED);
        var shown = table.rows().get(1);
        assertThat(shown.older().text()).isEqualTo("(略)");
        assertThat(shown.newer().text()).isEqualTo("第7条 丙を定める。");
        assertThat(table.apply(older.text())).isEqualTo(newer.text());
        assertThat(ComparisonTable.of(newer, older, List.of()).apply(newer.text()))
                .isEqualTo(older.text());
    }

    @Test
    @DisplayName("空白や空行だけの違いは、行にならない")
    void leavesOutDifferencesOfWhiteSpaceAlone() {
        var older = Structure.of("約款\n第1条 甲\n2 乙\n");
        var newer = Structure.of("約款\r\n\r\n第1条　甲\r\n2 乙");
        var table = ComparisonTable.of(older, newer, List.of());
        assertThat(table.rows()).extracting(Row::remark).containsExactly(Remark.ELIDED);
        assertThat(table.apply(older.text())).isEqualTo(newer.text());
    }

    private static String words(Cell cell, Change change) {
        return cell.segments().stream()
                .filter(segment -> segment.change() == change)
                .map(Segment::text)
                .collect(Collectors.joining(" "));
    }
}
