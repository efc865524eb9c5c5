package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.consentledger.comparison.printed.AppliedTable;
import org.consentledger.comparison.printed.PrintedTable;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("印刷した新旧対照表を、また旧版に当てる")
class PrintedAgainTest {
    @Test
    @DisplayName("でたらめな改訂の表からも、空白のほかは新版と同じ草案ができる")
    void makesTheNewTextOfTheOldOneAndThePrintedTable() {
        LongStream.range(0, 200).forEach(PrintedAgainTest::makes);
    }

    @Test
    @Tag("campaign")
    void makesTheNewTextOfManyTables() {
        LongStream.range(200, 5_000).forEach(PrintedAgainTest::makes);
    }

    private static void makes(long seed) {
        var amended = Amended.random(seed);
        var older = amended.older().text();
        var newer = amended.newer().text();
        var table = ComparisonTable.of(Structure.of(older), Structure.of(newer), List.of());
        var applied = AppliedTable.of(PrintedTable.of(printed(table)).orElseThrow(), Structure.of(older));
        var what = "seed " + seed + "\n" + older + "\n=====\n" + newer + "\n=====\n" + table.rows() + "\n";
        assertThat(applied.problems()).as(what).isEmpty();
        assertThat(Outline.collapse(applied.text())).as(what).isEqualTo(Outline.collapse(newer));
    }

    /** As every printed form of the table has it. */
    static List<List<String>> printed(ComparisonTable table) {
        var cells = new ArrayList<List<String>>();
        cells.add(List.of("新", "旧", "備考"));
        table.rows().forEach(row -> cells.add(List.of(printed(row.newer()), printed(row.older()), remark(row))));
        return cells;
    }

    private static String printed(Cell cell) {
        var headings = Stream.concat(cell.headings().stream(), Stream.ofNullable(cell.after()))
                .map(heading -> heading.printed("(略)"));
        return Stream.concat(headings, Stream.of(cell.text())).collect(Collectors.joining("\n"));
    }

    private static String remark(Row row) {
        return switch (row.remark()) {
            case CHANGED -> "(変更)";
            case ADDED -> "(新設)";
            case DELETED -> "(削除)";
            case MOVED -> "(移動)";
            case ELIDED -> "(略)";
        };
    }
}
