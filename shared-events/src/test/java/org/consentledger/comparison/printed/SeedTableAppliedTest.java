package org.consentledger.comparison.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.provisions.Seeds;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("会社の新旧対照表を第十二版に当てる")
class SeedTableAppliedTest {
    private static final PrintedTable TABLE = PrintedTable.of(cells()).orElseThrow();

    @Test
    @DisplayName("第十三版と一字も違わない草案ができ、略された所は略されたまま報告される")
    void makesTheThirteenthEdition() {
        var applied = AppliedTable.of(TABLE, Structure.of(Seeds.EDITION_12));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.text()).isEqualTo(Seeds.EDITION_13);
        assertThat(applied.elided())
                .extracting(AppliedTable.Elided::path)
                .containsExactly("elision:1", "elision:2", "elision:3", "elision:4");
    }

    private static List<List<String>> cells() {
        return Seeds.TABLE
                .lines()
                .map(line -> Stream.of(line.split("\t", -1))
                        .map(cell -> cell.replaceAll("</p>", "\n").replaceAll("<[^>]*>", ""))
                        .toList())
                .toList();
    }
}
