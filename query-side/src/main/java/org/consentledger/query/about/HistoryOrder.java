package org.consentledger.query.about;

/** From which end a history is read. A word is never renamed: clients ask by it. */
public enum HistoryOrder {
    OLDEST_FIRST("position > :after", "position", -1),
    NEWEST_FIRST("position < :after", "position desc", Long.MAX_VALUE);

    final String further;
    final String order;
    private final long beforeAll;

    HistoryOrder(String further, String order, long beforeAll) {
        this.further = further;
        this.order = order;
        this.beforeAll = beforeAll;
    }

    /** A position from which everything is further on. */
    public long beforeAll() {
        return beforeAll;
    }
}
