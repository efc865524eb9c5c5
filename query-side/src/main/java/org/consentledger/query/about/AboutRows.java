package org.consentledger.query.about;

import java.util.List;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class AboutRows {
    private final Tables tables;

    AboutRows(Tables tables) {
        this.tables = tables;
    }

    /** Positions of all that is about a customer, in ledger order. */
    List<Long> all(CustomerId customerId, long size) {
        return tables.sql("""
                        select position from tables.about_customer
                        where customer_id = :customerId and position < :size
                        order by position""")
                .param("customerId", customerId.value())
                .param("size", size)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /**
     * An event found.
     *
     * @param annulledBy the record by which it never counts; {@code null} where there is none
     */
    record Found(long position, @Nullable String annulledBy) {}

    /**
     * What comes after a leaf in that order.
     *
     * @param termsId {@code null} for what is about any terms
     */
    List<Found> history(
            CustomerId customerId, @Nullable TermsId termsId, HistoryOrder order, long after, long size, int limit) {
        return tables.sql("""
                        select position,
                               (select annulment.event_id
                                from tables.about_customer annulment
                                where annulment.annuls = entry.event_id and annulment.position < :size
                                order by annulment.position
                                limit 1) as annulled_by
                        from tables.about_customer entry
                        where customer_id = :customerId
                          and (:termsId::text is null or terms_id in (:termsId::text, :noTerms))
                          and position < :size
                          and\s""" + order.further + " order by " + order.order + " limit :limit")
                .param("customerId", customerId.value())
                .param("termsId", termsId == null ? null : termsId.value())
                .param("noTerms", AboutRow.NO_TERMS)
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> new Found(row.getLong("position"), row.getString("annulled_by")))
                .list();
    }

    /** Positions of what belongs to one context and stands after a leaf, in ledger order. */
    List<Long> ofContext(CustomerId customerId, String context, long after, long size, int limit) {
        return tables.sql("""
                        select position from tables.about_customer
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
        return tables.sql("""
                        select position from tables.about_customer
                        where customer_id = :customerId and position < :size and request_id in (
                            select request_id from tables.about_customer
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
        return tables.sql("""
                        select position from tables.about_customer
                        where customer_id = :customerId and request_id = :requestId and position < :size
                        order by position""")
                .param("customerId", customerId.value())
                .param("requestId", requestId)
                .param("size", size)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    void insert(List<AboutRow> rows) {
        tables.sql("""
                        insert into tables.about_customer
                            (customer_id, position, event_id, context, terms_id, request_id, annuls)
                        select * from unnest(:customerId::text[], :position::bigint[], :eventId::text[], :context::text[],
                            :termsId::text[], :requestId::text[], :annuls::text[])""")
                .param("customerId", texts(rows, AboutRow::customerId))
                .param(
                        "position",
                        rows.stream().map(row -> row.leaf().position()).toArray(Long[]::new))
                .param("eventId", texts(rows, row -> row.leaf().eventId()))
                .param("context", texts(rows, AboutRow::context))
                .param("termsId", texts(rows, AboutRow::termsId))
                .param("requestId", texts(rows, AboutRow::requestId))
                .param("annuls", texts(rows, AboutRow::annuls))
                .update();
    }

    private static @Nullable String[] texts(List<AboutRow> rows, Function<AboutRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
