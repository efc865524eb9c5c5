package org.consentledger.query.customers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class Customers {
    /** Sorts after whatever an identifier may hold. */
    private static final String AFTER_ALL = "~";

    private final Tables tables;

    Customers(Tables tables) {
        this.tables = tables;
    }

    /** A leaf about a customer; only the first one is kept. */
    record First(CustomerId customerId, Leaf leaf) {}

    /**
     * A customer.
     *
     * @param firstRecordedAt when the ledger first learned anything about the customer, UTC
     */
    record Item(CustomerId customerId, Instant firstRecordedAt) {}

    /** Those among the first {@code size} leaves whose identifiers begin so, by identifier; one more than asked for. */
    List<Item> find(String prefix, Page.Asked asked, long size) {
        var after = asked.after();
        return tables.sql("""
                        select customer_id, recorded_at
                        from tables.customer
                        where customer_id >= :prefix and customer_id < :end and customer_id > :after
                          and position < :size
                        order by customer_id
                        limit :limit""")
                .param("prefix", prefix)
                .param("end", prefix + AFTER_ALL)
                .param("after", after == null ? "" : after)
                .param("size", size)
                .param("limit", asked.limit() + 1)
                .query((row, _) -> new Item(
                        new CustomerId(row.getString("customer_id")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void insert(List<First> rows) {
        tables.sql("""
                        insert into tables.customer (customer_id, position, recorded_at)
                        select * from unnest(:customerId::text[], :position::bigint[], :recordedAt::timestamptz[])
                        on conflict (customer_id) do nothing""")
                .param(
                        "customerId",
                        rows.stream().map(row -> row.customerId().value()).toArray(String[]::new))
                .param(
                        "position",
                        rows.stream().map(row -> row.leaf().position()).toArray(Long[]::new))
                .param(
                        "recordedAt",
                        rows.stream()
                                .map(row -> row.leaf().recordedAt().toString())
                                .toArray(String[]::new))
                .update();
    }
}
