package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.comparison.Lineage.Origin;
import org.consentledger.comparison.Lineage.Step;
import org.consentledger.provisions.Seeds;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("版を重ねた条項の同一性")
class LineageTest {
    private static final Structure FIRST = Structure.of(Seeds.EDITION_12);
    private static final Structure SECOND = Structure.of(Seeds.EDITION_12
            .replace("(個人情報の保護)", "(録音)\n第6条の2 当社は通話を録音します。\n\n(個人情報の保護)")
            .replace("第32条", "第33条"));
    private static final Structure THIRD = Structure.of(
            SECOND.text().replace("第33条", "第34条").replace("(4) 個人情報の利用", "(4) 市場調査のため、年齢を利用すること\n(5) 個人情報の利用"));

    @Test
    @DisplayName("条がずれ続けても、最初に現れた場所が条項の名である")
    void tellsWhereAProvisionFirstStood() {
        var lineage = new Lineage(List.of(Step.of(FIRST, SECOND, List.of()), Step.of(SECOND, THIRD, List.of())));
        assertThat(lineage.origin("art:34/para:2/item:5")).isEqualTo(new Origin(0, "art:32/para:2/item:4"));
        assertThat(lineage.origin("art:34/para:2/item:4")).isEqualTo(new Origin(2, "art:34/para:2/item:4"));
        assertThat(lineage.origin("art:6_2")).isEqualTo(new Origin(1, "art:6_2"));
        assertThat(new Lineage(List.of()).origin("art:1")).isEqualTo(new Origin(0, "art:1"));
    }

    @Test
    @DisplayName("途中の版での作成者の訂正は、離れた版の比較にも効く")
    void carriesCorrectionsAlong() {
        var second = new Correction("art:6", "art:6_2");
        var third = new Correction(null, "art:34/para:3");
        var lineage =
                new Lineage(List.of(Step.of(FIRST, SECOND, List.of(second)), Step.of(SECOND, THIRD, List.of(third))));
        assertThat(lineage.corrections(THIRD)).containsExactlyInAnyOrder(second, third);
        assertThat(Matching.of(FIRST, THIRD, lineage.corrections(THIRD)).newPath("art:6"))
                .hasValue("art:6_2");
    }

    @Test
    @DisplayName("訂正がなければ、離れた版の比較は本文だけによる")
    void addsNothingWhereNobodyCorrected() {
        var lineage = new Lineage(List.of(Step.of(FIRST, SECOND, List.of()), Step.of(SECOND, THIRD, List.of())));
        assertThat(lineage.corrections(THIRD)).isEmpty();
    }
}
