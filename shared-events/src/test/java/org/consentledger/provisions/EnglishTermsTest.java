package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("英文の規約")
class EnglishTermsTest {
    @Test
    @DisplayName("1.・1.1・(a) で数える")
    void readsEnglishTerms() {
        assertThat(
                        paths(
                                "Terms\n\nPreamble.\n\n1. Definitions\n1.1 In these terms:\n(a) one;\n(i) deep;\n(ii) deeper;\n(b) two.\n1.2 More.\n2. Use\nYou may.\n"))
                .containsExactly(
                        "title",
                        "text:1",
                        "art:1",
                        "art:1/para:1",
                        "art:1/para:1/item:1",
                        "art:1/para:1/item:1/sub:1",
                        "art:1/para:1/item:1/sub:2",
                        "art:1/para:1/item:2",
                        "art:1/para:2",
                        "art:2",
                        "art:2/para:1");
    }

    @Test
    @DisplayName("Article と Section で数えるものもある")
    void readsArticlesInRomanNumeralsAndTheirSections() {
        var structure = Structure.of("""
                SERVICES AGREEMENT
                ARTICLE I - DEFINITIONS
                Section 1.1 Defined Terms. As stated in
                Section 1.2 below and
                Article 5 of the law:
                (a) one
                Section 1.2 "Use" means use.
                ARTICLE II USE
                Section 2.1. Free.
                Section 2.1.1 Deep.
                """);
        assertThat(structure.provisions().stream().map(Provision::path))
                .containsExactly(
                        "title",
                        "art:1",
                        "art:1/para:1",
                        "art:1/para:1/item:1",
                        "art:1/para:2",
                        "art:2",
                        "art:2/para:1",
                        "art:2/para:1/item:1");
        assertThat(structure.at("art:1").orElseThrow().caption()).isEqualTo("DEFINITIONS");
        assertThat(structure.at("art:2/para:1").orElseThrow().label()).isEqualTo("Section 2.1");
        assertThat(structure.find("Section 1.1(a)").map(Provision::path)).hasValue("art:1/para:1/item:1");
    }

    @ParameterizedTest
    @CsvSource({
        "Article 5 (Fees), Article 5, Fees",
        "Article 5. Fees, Article 5, Fees",
        "ARTICLE IV: FEES, ARTICLE IV, FEES",
        "Section 12 — Fees, Section 12, Fees",
        "Clause 7 Fees, Clause 7, Fees"
    })
    void readsHeadings(String line, String label, String caption) {
        var article = Structure.of(line + "\nText follows.\n").provisions().getFirst();
        assertThat(article.kind()).isEqualTo(Kind.ARTICLE);
        assertThat(article.label()).isEqualTo(label);
        assertThat(article.caption()).isEqualTo(caption);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Section 5 applies.",
                "Section 1.1 applies.",
                "Article 5(1) applies.",
                "Article I wrote.",
                "Articles 5 and 6",
                "Section C.",
                "Clause 1234567890.",
                "Article IVORY."
            })
    void takesNoSentenceForAHeading(String line) {
        assertThat(Structure.of("Article 1. One.\n" + line + "\n").provisions()).hasSize(2);
    }

    private static List<String> paths(String text) {
        return Structure.of(text).provisions().stream().map(Provision::path).toList();
    }
}
