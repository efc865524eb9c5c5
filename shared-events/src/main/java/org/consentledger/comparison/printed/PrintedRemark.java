package org.consentledger.comparison.printed;

import java.util.Locale;
import java.util.stream.Stream;

/** What the third column of a printed table says; it is asked only where the words leave it open. */
final class PrintedRemark {
    private PrintedRemark() {}

    static boolean isMoved(PrintedRow row) {
        return says(row, "移動", "moved");
    }

    static boolean isDeleted(PrintedRow row) {
        return says(row, "削除", "deleted");
    }

    static boolean isChanged(PrintedRow row) {
        return says(row, "変更", "改定", "改訂", "改正", "changed", "amended");
    }

    private static boolean says(PrintedRow row, String... words) {
        var remark = row.remark().toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(remark::contains);
    }
}
