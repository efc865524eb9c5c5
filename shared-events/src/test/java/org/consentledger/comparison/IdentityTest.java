package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.consentledger.provisions.Seeds;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("条項の同一性")
class IdentityTest {
    @Test
    @DisplayName("第十二版の条項は、すべて第十三版の同じ場所にある")
    void keepsEveryProvisionOfTheSeed() {
        var matching = match(Seeds.EDITION_12, Seeds.EDITION_13);
        Structure.of(Seeds.EDITION_12)
                .provisions()
                .forEach(provision ->
                        assertThat(matching.newPath(provision.path())).hasValue(provision.path()));
        assertThat(matching.newPaths()).doesNotContainValue("art:32/para:2~2");
    }

    @Test
    @DisplayName("第6条の2が挿入されても、ほかの条は同じ条")
    void keepsIdentityWhenABranchIsInserted() {
        var newer = Seeds.EDITION_12.replace("(個人情報の保護)", "(録音)\n第6条の2 当社は通話を録音します。\n\n(個人情報の保護)");
        assertThat(match(Seeds.EDITION_12, newer).newPath("art:32/para:2/item:3"))
                .hasValue("art:32/para:2/item:3");
        assertThat(match(Seeds.EDITION_12, newer).newPaths()).doesNotContainValue("art:6_2");
    }

    @Test
    @DisplayName("条がずれても号が増えても、言っていることが同じなら同じ条項")
    void keepsIdentityWhenNumbersShift() {
        var newer = Seeds.EDITION_12
                .replace("第32条", "第33条")
                .replace("(3) 利用契約の解約", "(3) 市場調査を実施するため、年齢及び職業を利用すること\n(4) 利用契約の解約")
                .replace("(4) 個人情報の利用", "(5) 個人情報の利用")
                .replace("(5) その他任意", "(6) その他任意")
                .replace("(6) 法令の定め", "(7) 法令の定め");
        var matching = match(Seeds.EDITION_12, newer);
        assertThat(matching.newPath("art:32/para:2/item:2")).hasValue("art:33/para:2/item:2");
        assertThat(matching.newPath("art:32/para:2/item:3")).hasValue("art:33/para:2/item:4");
        assertThat(matching.newPath("art:32/para:2/item:6")).hasValue("art:33/para:2/item:7");
    }

    @Test
    @DisplayName("同じ番号でも、まるで違うことを言う項は別の項")
    void givesNoIdentityByNumberAlone() {
        var older = "第1条 甲\n2 利用者は、料金を毎月末日までに銀行振込で支払うものとします。\n";
        var newer = "第1条 甲\n2 当社ハ通信履歴ヲ保存シナイ。\n";
        assertThat(match(older, newer).newPath("art:1/para:2")).isEmpty();
    }

    @Test
    @DisplayName("長い項が、見出しのないほかの条へ移っても、条は元の条")
    void keepsArticlesApartWhenALongParagraphGoesFromOneToAnother() {
        var moving = "2 録音データは個人情報として取り扱うものとします。\n";
        var older = "第1条 甲の一項を定めるものとします。\n" + moving + "第2条 乙を定めます。\n";
        var newer = "第1条 甲の一項を定めるものとします。\n第2条 乙を定めます。\n" + moving;
        var matching = match(older, newer);
        assertThat(matching.newPath("art:1")).hasValue("art:1");
        assertThat(matching.newPath("art:2")).hasValue("art:2");
        assertThat(matching.newPath("art:1/para:2")).hasValue("art:2/para:2");
        assertThat(ComparisonTable.of(matching).rows())
                .filteredOn(row -> row.remark() != Remark.ELIDED)
                .extracting(Row::remark, Row::path)
                .containsExactly(tuple(Remark.MOVED, "art:2/para:2"));
    }

    @Test
    @DisplayName("文言の似た条が一つ消え、一つ加わっても、別の条")
    void givesNoIdentityToWhatSharesTheUsualWords() {
        var older = "第1条 甲を定める。\n第2条 利用者は、速やかに登録情報を訂正することができます。\n第3条 乙を定める。\n";
        var newer = "第1条 甲を定める。\n第2条 乙を定める。\n第3条 当社は、速やかに契約内容を開示することができます。\n";
        assertThat(match(older, newer).newPaths().values()).doesNotContain("art:3");
    }

    @Test
    @DisplayName("作成者の訂正が、文の似かたに優先する")
    void letsTheAuthorCorrectAMatch() {
        var older = Structure.of("第1条 甲は支払う。\n第2条 乙は受け取る。\n");
        var newer = Structure.of("第1条 乙は受け取る。\n第2条 丙は立ち会う。\n");
        assertThat(Matching.of(older, newer, List.of()).newPath("art:2")).hasValue("art:1");
        var corrected =
                Matching.of(older, newer, List.of(new Correction("art:1", "art:2"), new Correction("art:2", null)));
        assertThat(corrected.newPath("art:1")).hasValue("art:2");
        assertThat(corrected.newPath("art:2")).isEmpty();
        assertThat(ComparisonTable.of(corrected).apply(older.text())).isEqualTo(newer.text());
    }

    @Test
    @DisplayName("作成者が新しいという条項は、似た条項があっても新しい")
    void letsTheAuthorSayThatAProvisionIsNew() {
        var text = Structure.of("第1条 甲は乙に毎月末日までに料金を支払う。\n第2条 乙は受け取る。\n");
        var matching = Matching.of(text, text, List.of(new Correction(null, "art:1/para:1")));
        assertThat(matching.newPath("art:1")).hasValue("art:1");
        assertThat(matching.newPath("art:1/para:1")).isEmpty();
        assertThat(ComparisonTable.of(matching).apply(text.text())).isEqualTo(text.text());
    }

    @Test
    @DisplayName("ない条項についての訂正は拒む")
    void refusesCorrectionsOfNothing() {
        var text = Structure.of("第1条 甲\n第2条 乙\n");
        for (var wrong : List.of(
                List.of(new Correction("art:9", "art:1")),
                List.of(new Correction("art:1", "art:9")),
                List.of(new Correction("art:1", "art:1"), new Correction("art:2", "art:1")),
                List.of(new Correction("art:1", null), new Correction("art:1", "art:1")),
                List.of(new Correction(null, "art:1"), new Correction("art:1", "art:1")),
                List.of(new Correction(null, "art:9")))) {
            assertThatThrownBy(() -> Matching.of(text, text, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Matching match(String older, String newer) {
        return Matching.of(Structure.of(older), Structure.of(newer), List.of());
    }
}
