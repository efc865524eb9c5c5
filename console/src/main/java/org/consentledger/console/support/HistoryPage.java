package org.consentledger.console.support;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a history somebody looks at.
 *
 * @param order {@code NEWEST_FIRST}, or anything else for the oldest first
 * @param cursor as the part before it told; {@code null} for the beginning
 */
record HistoryPage(@Nullable String order, @Nullable String cursor) {
    private static final String NEWEST_FIRST = "NEWEST_FIRST";

    static final HistoryPage FIRST = new HistoryPage(null, null);

    public boolean isNewestFirst() {
        return NEWEST_FIRST.equals(order);
    }

    public boolean isFirst() {
        return cursor == null || cursor.isBlank();
    }
}
