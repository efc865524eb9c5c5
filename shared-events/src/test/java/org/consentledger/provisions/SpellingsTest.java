package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("条・項・号の書き方")
class SpellingsTest {
    @ParameterizedTest
    @DisplayName("条番号は、どの書き方でも同じ条")
    @CsvSource({
        "第6条 適用する。, art:6", "第 6 条　適用する。, art:6", "第６条（適用）適用する。, art:6", "第六条 適用する。, art:6",
        "第四条の二 適用する。, art:4_2", "第4条の2の3（適用）, art:4_2_3", "第二十一条 適用する。, art:21", "第二一条 適用する。, art:21",
        "第百二条 適用する。, art:102", "## 第6条 適用, art:6", "第⼆条 適用する。, art:2"
    })
    void readsArticles(String line, String path) {
        assertThat(paths("約款\n" + line + "\n")).contains(path);
    }

    @ParameterizedTest
    @DisplayName("条を引用する文は、条の始まりではない")
    @ValueSource(strings = {"第6条の規定により、適用する。", "第6条第2項に定める。", "第6条（定義）の規定は", "第6条、第7条及び第8条", "第6条に定める"})
    void takesNoSentenceForAnArticle(String line) {
        assertThat(paths("第5条 適用する。\n" + line + "\n")).containsExactly("art:5", "art:5/para:1");
    }

    @ParameterizedTest
    @DisplayName("見出しは、条番号の前にも後ろにも置ける")
    @ValueSource(
            strings = {
                "(適用)\n第1条 本文。",
                "（適用）\n\n第1条 本文。",
                "第1条（適用）\n本文。",
                "第1条 (適用) 本文。",
                "第1条\n（適用）\n本文。",
                "第1条 適用\n本文。",
                "第1条【適用】本文。"
            })
    void readsCaptionsBeforeAndBehind(String text) {
        var structure = Structure.of(text);
        assertThat(structure.provisions().stream().map(Provision::path)).containsExactly("art:1", "art:1/para:1");
        assertThat(at(structure, "art:1").caption()).isEqualTo("適用");
        assertThat(at(structure, "art:1/para:1").text()).isEqualTo("本文。");
    }

    @ParameterizedTest
    @DisplayName("項番号は、全角でも丸数字でも点つきでもよい")
    @ValueSource(strings = {"2 二項", "２　二項", "２．二項", "2. 二項", "②二項", "② 二項"})
    void readsParagraphs(String line) {
        assertThat(paths("第1条 一項。\n" + line)).containsExactly("art:1", "art:1/para:1", "art:1/para:2");
    }

    @ParameterizedTest
    @DisplayName("条番号と同じ行にある第一項の番号も、項番号")
    @CsvSource({"第1条 1 一項。, 1, 2 二項。", "第1条（適用） １．一項。, １．, ２．二項。", "第1条　①一項。, ①, ②二項。"})
    void readsTheNumberOfAFirstParagraphBehindThatOfItsArticle(String article, String label, String second) {
        var structure = Structure.of(article + "\n" + second);
        assertThat(structure.provisions().stream().map(Provision::path))
                .containsExactly("art:1", "art:1/para:1", "art:1/para:2");
        assertThat(at(structure, "art:1/para:1").label()).isEqualTo(label);
        assertThat(at(Structure.of("第1条 1 月に一度とする。\n"), "art:1/para:1").label()).isNull();
    }

    @ParameterizedTest
    @DisplayName("号の番号は、括弧・丸・漢数字・片仮名のどれでもよい")
    @CsvSource({
        "(1),(2)",
        "（1）,（2）",
        "⑴,⑵",
        "①,②",
        "一　,二　",
        "イ　,ロ　",
        "'ア ','イ '",
        "(ア),(イ)",
        "(一),(二)",
        "(a),(b)",
        "(i),(ii)",
        "1),2)",
        "'a. ','b. '"
    })
    void readsItems(String first, String second) {
        assertThat(paths("第1条 次の各号。\n" + first + "甲\n" + second + "乙\n第2条 本文"))
                .containsExactly(
                        "art:1", "art:1/para:1", "art:1/para:1/item:1", "art:1/para:1/item:2", "art:2", "art:2/para:1");
    }

    @Test
    @DisplayName("号の中の号は、番号の書き方の違いで見分ける")
    void readsItemsWithinItems() {
        assertThat(paths("第1条 次の各号。\n一 甲\nイ 甲のイ\n(1) 甲のイの一\n(2) 甲のイの二\nロ 甲のロ\n二 乙\n２ 二項\n"))
                .containsExactly(
                        "art:1",
                        "art:1/para:1",
                        "art:1/para:1/item:1",
                        "art:1/para:1/item:1/sub:1",
                        "art:1/para:1/item:1/sub:1/sub:1",
                        "art:1/para:1/item:1/sub:1/sub:2",
                        "art:1/para:1/item:1/sub:2",
                        "art:1/para:1/item:2",
                        "art:1/para:2");
    }

    @Test
    @DisplayName("章・節の中でも、条の番号は通し")
    void readsChaptersAndSections() {
        var structure = Structure.of("約款\n第一章 総則\n第１節 目的\n第1条 甲\n第2節\n第2条 乙\n第２章　雑則\n第3条 丙\n");
        assertThat(structure.provisions().stream().map(Provision::path))
                .containsExactly(
                        "title",
                        "chap:1",
                        "chap:1/sec:1",
                        "art:1",
                        "art:1/para:1",
                        "chap:1/sec:2",
                        "art:2",
                        "art:2/para:1",
                        "chap:2",
                        "art:3",
                        "art:3/para:1");
        assertThat(at(structure, "chap:2").caption()).isEqualTo("雑則");
        assertThat(structure.provisions().get(at(structure, "art:2").parent()).path())
                .isEqualTo("chap:1/sec:2");
    }

    @Test
    @DisplayName("章ごとに第1条から数え直す約款では、章の中の条とする")
    void readsArticlesCountedAnewInEachChapter() {
        assertThat(paths("第1章\n第1条 甲\n第2条 乙\n第2章\n第1条 丙\n第2条 丁\n"))
                .contains("art:1", "art:2", "chap:2/art:1", "chap:2/art:2");
    }

    @ParameterizedTest
    @DisplayName("（略）は略したしるしで、条や項ではない")
    @ValueSource(strings = {"(略)", "（略）", "（ 略 ）", "(中略)", "第7条から第31条まで (略)", "第7条～第31条（略）"})
    void readsElisions(String line) {
        var structure = Structure.of("第6条 甲\n\n" + line + "\n\n第32条 乙\n");
        assertThat(structure.provisions().stream().map(Provision::path))
                .containsExactly("art:6", "art:6/para:1", "elision:1", "art:32", "art:32/para:1");
        assertThat(at(structure, "elision:1").kind()).isEqualTo(Kind.ELISION);
    }

    @Test
    @DisplayName("項と項、号と号のあいだの（略）は、その条・その項の中にある")
    void putsAnElisionWhereTheLineAfterItBelongs() {
        assertThat(paths("第1条 甲\n(1) 一\n(略)\n(4) 四\n（略）\n5 五項\n"))
                .containsExactly(
                        "art:1",
                        "art:1/para:1",
                        "art:1/para:1/item:1",
                        "art:1/para:1/elision:1",
                        "art:1/para:1/item:4",
                        "art:1/elision:1",
                        "art:1/para:5");
    }

    @Test
    @DisplayName("附則は、条を持つものも、項だけのものもある")
    void readsSupplementaryProvisions() {
        var structure = Structure.of("第1条 甲\n附　則\n（施行期日）\n1　施行する。\n２ 経過措置。\n附則（令和二年四月一日）\n施行する。\n【附則】\n第1条 甲。\n");
        assertThat(structure.provisions().stream().map(Provision::path))
                .containsExactly(
                        "art:1",
                        "art:1/para:1",
                        "suppl:1",
                        "suppl:1/para:1",
                        "suppl:1/para:2",
                        "suppl:2",
                        "suppl:2/para:1",
                        "suppl:3",
                        "suppl:3/art:1",
                        "suppl:3/art:1/para:1");
        assertThat(at(structure, "suppl:1/para:1").caption()).isEqualTo("施行期日");
        assertThat(at(structure, "suppl:2").caption()).isEqualTo("令和二年四月一日");
    }

    @Test
    @DisplayName("互換文字（⽤）は読めるが、保存した文字は変えない")
    void recognisesCompatibilityCharactersAndKeepsThem() {
        var structure = Structure.of("（利⽤）\n第⼀条\u200B 利⽤する。");
        assertThat(at(structure, "art:1").caption()).isEqualTo("利⽤");
        assertThat(at(structure, "art:1").label()).isEqualTo("第⼀条");
        assertThat(at(structure, "art:1/para:1").text()).isEqualTo("利⽤する。");
    }

    private static List<String> paths(String text) {
        return Structure.of(text).provisions().stream().map(Provision::path).toList();
    }

    private static Provision at(Structure structure, String path) {
        return Objects.requireNonNull(structure.at(path).orElse(null), path);
    }
}
