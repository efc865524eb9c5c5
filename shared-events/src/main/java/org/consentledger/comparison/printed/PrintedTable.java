package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison table (新旧対照表) as somebody printed it, before anything is made of it.
 *
 * @param rows without the heads, in order
 */
public record PrintedTable(List<PrintedRow> rows) {
    /** What stands in a column instead of a provision that is not there. */
    private static final Set<String> NOTHING =
            Set.of("", "(新設)", "(新規)", "(追加)", "(削除)", "-", "なし", "(なし)", "(added)", "(deleted)");

    public PrintedTable {
        rows = List.copyOf(rows);
    }

    /**
     * Finds the heads, by which the order of the columns is known, and takes what stands below.
     *
     * @param cells rows of cells, each with its lines; heads that are printed again on a later page are passed over
     * @return nothing where no row names both the new and the old column
     */
    public static Optional<PrintedTable> of(List<List<String>> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var heads = TableHeads.of(cells.get(i));
            if (heads.isPresent()) {
                return Optional.of(below(heads.get(), cells.subList(i + 1, cells.size())));
            }
        }
        return Optional.empty();
    }

    private static PrintedTable below(TableHeads heads, List<List<String>> cells) {
        var rows = new ArrayList<PrintedRow>();
        for (var row : cells) {
            if (TableHeads.of(row).isEmpty() && !heads.isRule(row) && row.size() > heads.older()) {
                rows.add(new PrintedRow(
                        rows.size() + 1, lines(heads.newer(row)), lines(heads.older(row)), heads.remark(row)));
            }
        }
        return new PrintedTable(rows);
    }

    private static List<String> lines(String cell) {
        return NOTHING.contains(TableHeads.folded(cell))
                ? List.of()
                : cell.lines()
                        .filter(line -> !TableHeads.folded(line).isEmpty())
                        .toList();
    }
}
