package org.consentledger.query.history;

import java.util.List;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class HistoryEntries {
    private static final String NO_TERMS = "";

    private static final String INSERT = """
            insert into query.history_entry (customer_id, position, terms_id, event_id, annuls)
            select * from unnest(:customerId::text[], :position::bigint[], :termsId::text[], :eventId::text[],
                                 :annuls::text[])""";

    private static final String FIND = """
            select position,
                   (select annulment.event_id
                    from query.history_entry annulment
                    where annulment.annuls = entry.event_id and annulment.position < :size
                    order by annulment.position
                    limit 1) as annulled_by
            from query.history_entry entry
            where customer_id = :customerId
              and (:termsId::text is null or terms_id in (:termsId::text, :noTerms))
              and position > :after and position < :size
            order by position
            limit :limit""";

    private final JdbcClient jdbc;

    HistoryEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A fact found.
     *
     * @param annulledBy the record by which it never counts; {@code null} where there is none
     */
    record Found(long position, @Nullable String annulledBy) {}

    /**
     * Finds facts among the first {@code size} leaves, in their order.
     *
     * @param termsId {@code null} for those about any terms
     */
    List<Found> find(CustomerId customerId, @Nullable TermsId termsId, long after, long size, int limit) {
        return jdbc.sql(FIND)
                .param("customerId", customerId.value())
                .param("termsId", termsId == null ? null : termsId.value())
                .param("noTerms", NO_TERMS)
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> new Found(row.getLong("position"), row.getString("annulled_by")))
                .list();
    }

    void insert(List<HistoryEntry> rows) {
        jdbc.sql(INSERT)
                .param("customerId", texts(rows, HistoryEntry::customerId))
                .param(
                        "position",
                        rows.stream().map(row -> row.leaf().position()).toArray(Long[]::new))
                .param(
                        "termsId",
                        texts(
                                rows,
                                row -> row.termsId() == null
                                        ? NO_TERMS
                                        : row.termsId().value()))
                .param("eventId", texts(rows, row -> row.leaf().eventId()))
                .param("annuls", texts(rows, HistoryEntry::annuls))
                .update();
    }

    void deleteAll() {
        jdbc.sql("delete from query.history_entry").update();
    }

    private static @Nullable String[] texts(List<HistoryEntry> rows, Function<HistoryEntry, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
