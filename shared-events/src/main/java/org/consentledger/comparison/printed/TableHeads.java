package org.consentledger.comparison.printed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.provisions.Folding;

/** Which column is which; {@code remark} is -1 where there is none. */
record TableHeads(int newer, int older, int remark) {
    private static final Set<String> NEW =
            Set.of("新", "新条文", "新約款", "新規約", "改定後", "改訂後", "改正後", "変更後", "改定案", "改訂案", "改正案", "変更案", "new", "after");
    private static final Set<String> OLD =
            Set.of("旧", "旧条文", "旧約款", "旧規約", "改定前", "改訂前", "改正前", "変更前", "現行", "old", "before", "current");
    private static final Set<String> REMARKS = Set.of("備考", "摘要", "注記", "remarks", "remark", "notes");

    /** The heads in a row, where it names at least the new and the old column. */
    static Optional<TableHeads> of(List<String> row) {
        int newer = column(row, NEW);
        int older = column(row, OLD);
        return newer < 0 || older < 0
                ? Optional.empty()
                : Optional.of(new TableHeads(newer, older, column(row, REMARKS)));
    }

    private static int column(List<String> row, Set<String> names) {
        for (int i = 0; i < row.size(); i++) {
            // Below its name a head may say which edition it is.
            if (names.contains(folded(row.get(i).strip().lines().findFirst().orElse("")))) {
                return i;
            }
        }
        return -1;
    }

    static String folded(String cell) {
        return Folding.fold(cell).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the row is nothing but the rule that some programs print below heads and between pages. */
    boolean isRule(List<String> row) {
        return row.stream().allMatch(cell -> folded(cell).chars().allMatch(c -> c == '-'))
                && row.stream().anyMatch(cell -> !cell.isBlank());
    }

    String newer(List<String> row) {
        return cell(row, newer);
    }

    String older(List<String> row) {
        return cell(row, older);
    }

    String remark(List<String> row) {
        return cell(row, remark).strip();
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : "";
    }
}
