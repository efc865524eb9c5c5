package org.consentledger.query.about;

import java.util.List;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class AboutRows {
    private final JdbcClient jdbc;

    AboutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Positions of all that is about a customer, in ledger order. */
    List<Long> all(CustomerId customerId, long size) {
        return jdbc.sql("""
                        select position from query.about_customer
                        where customer_id = :customerId and position < :size
                        order by position""")
                .param("customerId", customerId.value())
                .param("size", size)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** Positions of what belongs to one context and stands after a leaf, in ledger order. */
    List<Long> ofContext(CustomerId customerId, String context, long after, long size, int limit) {
        return jdbc.sql("""
                        select position from query.about_customer
                        where customer_id = :customerId and context = :context and position > :after and position < :size
                        order by position
                        limit :limit""")
                .param("customerId", customerId.value())
                .param("context", context)
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** Positions of all events of the customer's requests that began after a leaf: as many requests as {@code limit} says. */
    List<Long> ofRequests(CustomerId customerId, long after, long size, int limit) {
        return jdbc.sql("""
                        select position from query.about_customer
                        where customer_id = :customerId and position < :size and request_id in (
                            select request_id from query.about_customer
                            where customer_id = :customerId and request_id is not null and position < :size
                            group by request_id
                            having min(position) > :after
                            order by min(position)
                            limit :limit)
                        order by position""")
                .param("customerId", customerId.value())
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** Positions of all events of one request of the customer. */
    List<Long> ofRequest(CustomerId customerId, String requestId, long size) {
        return jdbc.sql("""
                        select position from query.about_customer
                        where customer_id = :customerId and request_id = :requestId and position < :size
                        order by position""")
                .param("customerId", customerId.value())
                .param("requestId", requestId)
                .param("size", size)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    void insert(List<AboutRow> rows) {
        jdbc.sql("""
                        insert into query.about_customer (customer_id, position, context, request_id)
                        select * from unnest(:customerId::text[], :position::bigint[], :context::text[], :requestId::text[])""")
                .param("customerId", texts(rows, AboutRow::customerId))
                .param("position", rows.stream().map(AboutRow::position).toArray(Long[]::new))
                .param("context", texts(rows, AboutRow::context))
                .param("requestId", texts(rows, AboutRow::requestId))
                .update();
    }

    void deleteAll() {
        jdbc.sql("delete from query.about_customer").update();
    }

    private static @Nullable String[] texts(List<AboutRow> rows, Function<AboutRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
