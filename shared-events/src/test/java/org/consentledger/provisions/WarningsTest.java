package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.consentledger.provisions.Warning.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("草案の点検：直さずに知らせる")
class WarningsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 2, 21);
    private static final String LONG = "当社は、お客様が本サービスを利用するにあたり必要となる設備の維持及び管理に要する費用を負担しないものとします。";

    @Test
    @DisplayName("第十三版への警告は、二度印字された「2」と、ほぼ同じ文の二つだけ")
    void findsTwoOdditiesInTheThirteenthEdition() {
        assertThat(Warnings.of(Structure.of(Seeds.EDITION_13), 13, DAY))
                .containsExactly(
                        new Warning(Code.NUMBER_TWICE, "art:32/para:2~2", List.of("2")),
                        new Warning(Code.NEAR_DUPLICATE, "art:32/para:2~2", List.of("art:6/para:2")));
    }

    @Test
    @DisplayName("第十二版に警告はない")
    void findsNothingInTheTwelfthEdition() {
        assertThat(Warnings.of(Structure.of(Seeds.EDITION_12), 12, LocalDate.of(2019, 7, 30)))
                .isEmpty();
    }

    @Test
    @DisplayName("付則の実施期日・表題の版が違えば知らせる")
    void findsAnotherDateAndAnotherEdition() {
        assertThat(Warnings.of(Structure.of(Seeds.EDITION_13), 14, LocalDate.of(2019, 7, 30)))
                .contains(
                        new Warning(Code.EFFECTIVE_DATE_DIFFERS, "suppl:2", List.of("2020-02-21", "2019-07-30")),
                        new Warning(Code.EDITION_NUMBER_DIFFERS, "title", List.of("13", "14")));
    }

    @ParameterizedTest
    @DisplayName("番号が続かない")
    @CsvSource({
        "第1条 甲\\n第3条 乙, art:3",
        "第2条 甲, art:2",
        "第1条 甲\\n第1条の3 乙, art:1_3",
        "第1条 甲\\n3 乙, art:1/para:3",
        "第1条 甲\\n(1) 乙\\n(3) 丙, art:1/para:1/item:3",
        "第1章\\n第1条 甲\\n第3章\\n第2条 乙, chap:3"
    })
    void findsNumbersThatDoNotFollow(String text, String path) {
        assertThat(found(text.replace("\\n", "\n")))
                .singleElement()
                .returns(Code.NUMBER_DOES_NOT_FOLLOW, Warning::code)
                .returns(path, Warning::path);
    }

    @ParameterizedTest
    @DisplayName("枝番号・（略）のあとの番号は、続いている")
    @ValueSource(
            strings = {
                "第1条 甲\n第1条の2 乙\n第1条の3 丙\n第2条 丁", "(略)\n第6条 甲\n(略)\n第32条 乙", "第1条 甲\n(1) 乙\n(略)\n(4) 丙\n2 丁",
                "第1条 甲\n(略)\n5 乙", "第1章\n第1条 甲\n第2章\n第1条 乙", "第1条 甲\n第2条 乙\n附則\n第1条 丙\n附則\n第1条 丁"
            })
    void findsNothingWhereNumbersFollow(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    @DisplayName("同じ番号が二度")
    void findsNumbersPrintedTwice() {
        assertThat(found("第1条 甲\n第2条 乙\n第2条 丙\n第3条 丁"))
                .containsExactly(new Warning(Code.NUMBER_TWICE, "art:2~2", List.of("2")));
    }

    @Test
    @DisplayName("本文のない条")
    void findsEmptyArticles() {
        assertThat(found("第1条（目的）\n\n第2条 削除\n第3条 (略)\n"))
                .containsExactly(new Warning(Code.EMPTY_ARTICLE, "art:1", List.of("第1条")));
    }

    @Test
    @DisplayName("ほぼ同じ文。短い決まり文句や付則の繰り返しは数えない")
    void findsNearDuplicates() {
        assertThat(found("第1条 " + LONG + "\n第2条 " + LONG.replace("必要", "要") + "\n"))
                .containsExactly(new Warning(Code.NEAR_DUPLICATE, "art:2/para:1", List.of("art:1/para:1")));
        assertThat(found("第1条 前項の規定を準用する。\n第2条 前項の規定を準用する。\n")).isEmpty();
        assertThat(found("第1条 甲\n附則\n" + LONG + "\n附則\n" + LONG)).isEmpty();
    }

    @Test
    @DisplayName("見えない文字")
    void findsInvisibleCharacters() {
        assertThat(found("第1条 甲\u200B乙\u202E\u200B\n2 丙\t　\n"))
                .containsExactly(new Warning(Code.INVISIBLE_CHARACTERS, "art:1/para:1", List.of("U+200B", "U+202E")));
    }

    @ParameterizedTest
    @DisplayName("実施期日は、和暦・全角・漢数字でも読む")
    @ValueSource(
            strings = {
                "2020年2月21日から実施します。", "２０２０年２月２１日より施行する。", "令和２年２月２１日から施行する。", "二〇二〇年二月二十一日から適用する。",
                "2020/2/21から施行する。", "施行日：2020年2月21日", "改訂 2019年7月30日。2020年2月21日から実施します。",
                        "This is effective as of 2020-02-21."
            })
    void readsEffectiveDates(String sentence) {
        var structure = Structure.of("第1条 甲\n附則\n" + sentence + "\n");
        assertThat(Warnings.of(structure, 13, DAY)).isEmpty();
        assertThat(Warnings.of(structure, 13, DAY.plusDays(1)))
                .containsExactly(
                        new Warning(Code.EFFECTIVE_DATE_DIFFERS, "suppl:1", List.of("2020-02-21", "2020-02-22")));
    }

    @Test
    @DisplayName("同じ種類の警告が多すぎれば、残りは数だけを言う")
    void tellsHowManyMoreThereAre() {
        var warnings = Warnings.of(Structure.of("第1条 本文です。\n".repeat(301)), 1, LocalDate.EPOCH);
        assertThat(warnings).hasSize(201);
        assertThat(warnings.getLast())
                .isEqualTo(new Warning(Code.MORE_OF_THESE, "art:1~202", List.of("NUMBER_TWICE", "100")));
    }

    private static List<Warning> found(String text) {
        return Warnings.of(Structure.of(text), 13, DAY);
    }
}
