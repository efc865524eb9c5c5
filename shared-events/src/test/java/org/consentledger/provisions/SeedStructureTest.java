package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("第十二版・第十三版の構造")
class SeedStructureTest {
    private static final Structure THIRTEENTH = Structure.of(Seeds.EDITION_13);

    @Test
    @DisplayName("第十三版：第6条と第32条、第32条第2項の各号、二度印字された「2」、二つの付則")
    void readsTheThirteenthEdition() {
        assertThat(THIRTEENTH.provisions().stream().map(Provision::path))
                .containsExactly(
                        "title",
                        "elision:1",
                        "art:6",
                        "art:6/para:1",
                        "art:6/para:2",
                        "elision:2",
                        "art:32",
                        "art:32/para:1",
                        "art:32/para:2",
                        "art:32/para:2/item:1",
                        "art:32/para:2/item:2",
                        "art:32/para:2/item:3",
                        "art:32/para:2/item:4",
                        "art:32/para:2/item:5",
                        "art:32/para:2/item:6",
                        "art:32/para:3",
                        "art:32/para:4",
                        "art:32/para:2~2",
                        "elision:3",
                        "suppl:1",
                        "suppl:1/art:1",
                        "suppl:1/art:1/para:1",
                        "suppl:2",
                        "suppl:2/art:1",
                        "suppl:2/art:1/para:1",
                        "elision:4");
    }

    @Test
    @DisplayName("第十二版には、第6条第2項も、第32条の二つめの「2」も、二つめの付則もない")
    void readsTheTwelfthEdition() {
        var without = THIRTEENTH.provisions().stream()
                .map(Provision::path)
                .filter(path -> !path.equals("art:6/para:2"))
                .filter(path -> !path.equals("art:32/para:2~2"))
                .filter(path -> !path.startsWith("suppl:2"))
                .toList();
        assertThat(Structure.of(Seeds.EDITION_12).provisions().stream().map(Provision::path))
                .isEqualTo(without);
    }

    @Test
    @DisplayName("構造から組み立て直した文は、原文と一字も違わない")
    void rebuildsBothEditions() {
        for (var text : new String[] {Seeds.EDITION_12, Seeds.EDITION_13}) {
            assertThat(Structure.of(text).provisions().stream()
                            .map(Provision::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }

    @Test
    @DisplayName("見出しと条番号は条のもの、本文は第1項のもの")
    void keepsCaptionAndLabelApartFromTheFirstParagraph() {
        var article = at("art:6");
        assertThat(article.kind()).isEqualTo(Kind.ARTICLE);
        assertThat(article.caption()).isEqualTo("問い合わせ窓口");
        assertThat(article.label()).isEqualTo("第6条");
        assertThat(article.text()).isEqualTo("(問い合わせ窓口)\n第6条 ");
        var first = at("art:6/para:1");
        assertThat(first.number()).isEqualTo("1");
        assertThat(first.label()).isNull();
        assertThat(first.text()).startsWith("本サービスに関する問い合わせ窓口");
    }

    @Test
    @DisplayName("問い合わせ窓口の一覧は、その項に属する")
    void keepsTheListOfContactsWithItsParagraph() {
        assertThat(at("art:6/para:1").text()).contains("T E L : 0120").endsWith("対応可能言語：日本語のみ\n");
        assertThat(at("art:32/para:4").text()).contains("URL：https://").endsWith("対応可能言語：日本語のみ\n");
    }

    @Test
    @DisplayName("付則は改訂日を見出しに持つ")
    void readsTheDateBesideASupplementaryProvision() {
        assertThat(at("suppl:2").caption()).isEqualTo("2020年2月21日");
        assertThat(at("suppl:2").label()).isEqualTo("付則");
        assertThat(at("suppl:2/art:1").caption()).isEqualTo("実施期日");
    }

    private static Provision at(String path) {
        return Objects.requireNonNull(THIRTEENTH.at(path).orElse(null), path);
    }
}
