package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.provisions.Warning.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("読み違えやすい行")
class MisreadingsTest {
    private static final String BODY = """
            第1章 総則
            第1条（適用）
            本規約は、本サービスに適用します。
            第2条（定義）
            用語は、次の通りです。
            第2章　契　約
            第3条 申込みは、書面で行います。

            附則
            この規約は、2024年4月1日から施行します。
            """;

    @ParameterizedTest
    @DisplayName("目次は条ではなく、本文にある条だけが条")
    @ValueSource(
            strings = {
                "第1章 総則\n 第1条（適用）\n 第2条（定義）\n第2章 契約\n 第3条（申込み）\n附則\n",
                "第1章 総則\n第2章 契約\n附則\n",
                "第1条（適用）\n第2条（定義）\n第3条（申込み）\n",
                "第１条　適用 ……………… 1\n第２条　定義 ........ 2\n第３条　申込み・・・・・・12\n",
                "第1章 総則     1\n第2章 契約     3\n附則     4\n"
            })
    void readsATableOfContentsAsText(String contents) {
        var structure = Structure.of("利用規約\n\n目次\n" + contents + "\n" + BODY);
        assertThat(structure.at("text:1").orElseThrow().text()).isEqualTo("目次\n" + contents + "\n");
        assertThat(paths(structure, Kind.ARTICLE)).containsExactly("art:1", "art:2", "art:3");
        assertThat(structure.find("附則")).isPresent();
        assertThat(Warnings.of(structure, 1, LocalDate.of(2024, 4, 1))).isEmpty();
    }

    @Test
    @DisplayName("見出しだけの条が、本文のない同じ条として一度だけ現れるなら、目次ではない")
    void readsNoOtherHeadingsAsContents() {
        assertThat(paths(Structure.of("第1条（適用）\n第2条（定義）\n第3条 本文\n"), Kind.ARTICLE))
                .containsExactly("art:1", "art:2", "art:3");
        var twice = Structure.of("第5条（適用）\n第5条 本文です。\n第6条 本文です。\n");
        assertThat(paths(twice, Kind.ARTICLE)).containsExactly("art:5", "art:5~2", "art:6");
        var perChapter = Structure.of("第1章 甲\n第1条 一です。\n第2条 二です。\n第2章 乙\n第1条 三です。\n");
        assertThat(paths(perChapter, Kind.ARTICLE)).containsExactly("art:1", "art:2", "chap:2/art:1");
        assertThat(paths(Structure.of("第1章 甲\n第1条（一）\n第2章 乙\n第2条 二です。\n"), Kind.CHAPTER))
                .containsExactly("chap:1", "chap:2");
    }

    @ParameterizedTest
    @DisplayName("数を言う行は項ではない")
    @ValueSource(
            strings = {
                "3 か月以内に",
                "３ ヶ月前までに",
                "30 日間とし、",
                "2 回まで",
                "12 時間を超えて",
                "5 営業日以内に",
                "10 年を経過した日",
                "2 週間で",
                "100 円に満たない",
                "3 名以上",
                "50 %を超える"
            })
    void readsHowManyAsText(String line) {
        assertThat(paths(Structure.of("第1条 契約の期間は、契約から\n" + line + "当社が定めます。\n"), Kind.PARAGRAPH))
                .containsExactly("art:1/para:1");
    }

    @ParameterizedTest
    @DisplayName("数を言わない行は項である")
    @ValueSource(
            strings = {
                "当社は、", "月額料金は、", "日本国内に限り、", "年会費は、", "名前及び住所は、", "人の生命のために", "回線の料金は、", "円滑な運用のため、",
                "個人情報は、", "時間外の対応は、", "分割払いは、", "件名は、", "回答は、", "年間契約は、", "日割り計算は、", "か"
            })
    void readsWhatSaysNoNumberAsAParagraph(String words) {
        assertThat(paths(Structure.of("第1条 本文です。\n2 " + words + "別に定めます。\n"), Kind.PARAGRAPH))
                .containsExactly("art:1/para:1", "art:1/para:2");
    }

    @Test
    @DisplayName("まとめて削除された条は一つの条で、次の条の番号はその後に続く")
    void readsArticlesDeletedTogether() {
        var structure = Structure.of("第二条 乙\n第三条から第五条の二まで　削除\n第六条及び第七条　削除\n第八条 第三条から第五条までの規定\n");
        assertThat(paths(structure, Kind.ARTICLE)).containsExactly("art:2", "art:3", "art:6", "art:8");
        assertThat(structure.at("art:3").orElseThrow().label()).isEqualTo("第三条から第五条の二まで");
        assertThat(Warnings.of(structure, 1, LocalDate.EPOCH))
                .extracting(Warning::code, Warning::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.NUMBER_DOES_NOT_FOLLOW, "art:2"));
        assertThat(paths(Structure.of("第1条 甲\n第2条から第3条までの規定は、準用しない。\n"), Kind.ARTICLE))
                .containsExactly("art:1");
    }

    @Test
    @DisplayName("別表や別紙は、前の項に属さない")
    void readsWhatIsAttachedAsText() {
        var structure = Structure.of("第1条 料金は、別表に定めます。\n別表第1（第1条関係）\n区分 金額\n\n別紙 料金表\nA 100円\n");
        assertThat(structure.at("text:1").orElseThrow().text())
                .startsWith("別表第1")
                .contains("区分 金額");
        assertThat(structure.at("text:2").orElseThrow().text()).startsWith("別紙 料金表");
        assertThat(Structure.of("第1条 料金は、\n別表第1に定めるところによります。\n").provisions()).hasSize(2);
    }

    private static List<String> paths(Structure structure, Kind kind) {
        return structure.provisions().stream()
                .filter(provision -> provision.kind() == kind)
                .filter(provision -> !provision.path().startsWith("suppl:"))
                .map(Provision::path)
                .collect(Collectors.toList());
    }
}
