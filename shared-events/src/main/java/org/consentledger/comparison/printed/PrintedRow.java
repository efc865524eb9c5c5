package org.consentledger.comparison.printed;

import java.util.List;

/**
 * A row of a table as somebody printed it.
 *
 * @param number its place among the rows below the heads, from 1
 * @param newer the lines of the first column (新), none where it is empty
 * @param older the lines of the second column (旧), none where it is empty
 * @param remark the third column (備考) as printed
 */
public record PrintedRow(int number, List<String> newer, List<String> older, String remark) {
    public PrintedRow {
        newer = List.copyOf(newer);
        older = List.copyOf(older);
    }
}
