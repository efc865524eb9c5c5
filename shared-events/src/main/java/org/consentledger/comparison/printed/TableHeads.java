package org.consentledger.comparison.printed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.provisions.Folding;

/** Which column is which; {@code remark} is -1 where there is none. */
record TableHeads(int newer, int older, int remark) {
    private static final String TEXT = "(?:条文|規約|約款|規定|内容|文言|text|version|terms)";

    /** Behind its name a head may say what it is of, and which edition: 変更後の規約, 新（第13版）, 旧 第十二版. */
    private static final String EDITION =
            "(?:の?" + TEXT + ")?(?:[(:].{0,60}|(?:第?[0-9〇一二三四五六七八九十百]{1,6}版|[0-9]{4}年).{0,40})?";

    private static final Pattern NEW = Pattern.compile(
            "(?:新|(?:改[定訂正]|変更|修正)(?:[後案]|(?=" + TEXT + "))|new|after|revised|amended|proposed)" + EDITION);
    private static final Pattern OLD = Pattern.compile("(?:旧|(?:改[定訂正]|変更|修正)前|現行|old|before|current)" + EDITION);
    private static final Pattern REMARKS = Pattern.compile("備考|摘要|注記|理由|remarks?|notes?|reasons?");

    /** The heads in a row, where it names at least the new and the old column. */
    static Optional<TableHeads> of(List<String> row) {
        int newer = column(row, NEW);
        int older = column(row, OLD);
        return newer < 0 || older < 0
                ? Optional.empty()
                : Optional.of(new TableHeads(newer, older, column(row, REMARKS)));
    }

    private static int column(List<String> row, Pattern names) {
        for (int i = 0; i < row.size(); i++) {
            if (names.matcher(folded(row.get(i).strip().lines().findFirst().orElse("")))
                    .matches()) {
                return i;
            }
        }
        return -1;
    }

    static String folded(String cell) {
        return Folding.fold(cell).replace(" ", "").toLowerCase(Locale.ROOT);
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
