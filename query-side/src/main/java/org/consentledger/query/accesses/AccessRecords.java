package org.consentledger.query.accesses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.query.accesses.AccessRecord.New;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the log. */
@Repository
class AccessRecords {
    /** Arrays in brackets keep their lengths from the planner, who would make a new plan for each. */
    private static final String INSERT = """
            insert into query.access_record
                (subject, client, question, customer_id, about, reason_stated, reason)
            select * from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[]), (select ?::boolean[]), (select ?::text[]))""";

    private final JdbcClient jdbc;

    AccessRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one transaction of their own; they are on disk then. */
    void insert(List<New> records) {
        jdbc.sql(INSERT)
                .param(texts(records, New::subject))
                .param(texts(records, New::client))
                .param(texts(records, access -> access.looked().question().name()))
                .param(texts(records, AccessRecords::customer))
                .param(texts(records, access -> access.looked().about()))
                .param(records.stream().map(New::reasonStated).toArray(Boolean[]::new))
                .param(texts(records, New::reason))
                .update();
    }

    private static @Nullable String customer(New access) {
        var customer = access.looked().customerId();
        return customer == null ? null : customer.value();
    }

    private static @Nullable String[] texts(List<New> records, Function<New, @Nullable String> text) {
        return records.stream().map(text).toArray(String[]::new);
    }

    /** Of a customer, the oldest first. */
    List<AccessRecord> ofCustomer(CustomerId customerId, long after, int limit) {
        return find("customer_id = :customerId", customerId.value(), after, limit);
    }

    /** Of lists, the oldest first. */
    List<AccessRecord> ofLists(long after, int limit) {
        return find("customer_id is null", "", after, limit);
    }

    private List<AccessRecord> find(String which, String customerId, long after, int limit) {
        return jdbc.sql("select * from query.access_record where " + which
                        + " and number > :after order by number limit :limit")
                .param("customerId", customerId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> access(row))
                .list();
    }

    private static AccessRecord access(ResultSet row) throws SQLException {
        return new AccessRecord(
                row.getLong("number"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("client"),
                row.getString("question"),
                row.getString("customer_id"),
                row.getString("about"),
                row.getBoolean("reason_stated"),
                Optional.ofNullable(row.getString("reason")));
    }
}
