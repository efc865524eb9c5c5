package org.consentledger.query.holds;

import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class LegalHolds {
    private static final String FIND = """
            select placed.position,
                   (select min(released.position)
                    from tables.legal_hold released
                    where released.customer_id = placed.customer_id and released.hold_id = placed.hold_id
                      and released.releases and released.position < :size) as released
            from tables.legal_hold placed
            where placed.customer_id = :customerId and not placed.releases
              and placed.position > :after and placed.position < :size
            order by placed.position
            limit :limit""";

    private final Tables tables;

    LegalHolds(Tables tables) {
        this.tables = tables;
    }

    /**
     * Where a hold stands in the ledger.
     *
     * @param placed leaf index of its placing
     * @param released that of its release; {@code null} while it stands
     */
    record Found(long placed, @Nullable Long released) {}

    /** The holds placed among the first {@code size} leaves after a leaf, the oldest first. */
    List<Found> find(CustomerId customerId, long after, long size, int limit) {
        return tables.sql(FIND)
                .param("customerId", customerId.value())
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> new Found(row.getLong("position"), row.getObject("released", Long.class)))
                .list();
    }

    void insert(CustomerId customerId, long position, String holdId, boolean releases) {
        tables.sql("insert into tables.legal_hold (customer_id, position, hold_id, releases) values (?, ?, ?, ?)")
                .params(customerId.value(), position, holdId, releases)
                .update();
    }
}
