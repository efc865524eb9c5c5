package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("条項の引用")
class ReferenceTest {
    @ParameterizedTest
    @DisplayName("印字された引用から、その条・項・号を見つける")
    @CsvSource({
        "第32条第2項第1号,art:32/para:2/item:1",
        "第３２条第２項第６号,art:32/para:2/item:6",
        "第三十二条第二項第五号,art:32/para:2/item:5",
        "第32条,art:32",
        "32条2項,art:32/para:2",
        "第32条第2項(3),art:32/para:2/item:3",
        "art:32/para:2~2,art:32/para:2~2",
        "付則2020年2月21日第1条,suppl:2/art:1",
        "付則（2019年7月30日）第1条第1項,suppl:1/art:1/para:1",
        "第6条第2項本文,art:6/para:2"
    })
    void findsPrintedReferences(String reference, String path) {
        assertThat(Structure.of(Seeds.EDITION_13).find(reference).map(Provision::path))
                .hasValue(path);
    }

    @ParameterizedTest
    @DisplayName("ない条・あいまいな付則・読めない引用は、見つからないと答える")
    @ValueSource(strings = {"第33条", "第32条第9項", "付則第1条", "個人情報の条", "", "第32条第2項の規定", "(a)(i)(a)(i)"})
    void findsNothingElse(String reference) {
        assertThat(Structure.of(Seeds.EDITION_13).find(reference)).isEmpty();
    }
}
