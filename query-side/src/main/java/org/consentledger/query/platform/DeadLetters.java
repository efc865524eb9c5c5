package org.consentledger.query.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.DeadLetter.Discarded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dead letters of all projections, in a sequence for each customer. Who changes them holds the projection's row in
 * {@code query.serving}: shared while a batch is written, alone for all else.
 */
@Component
public class DeadLetters {
    /** So many are listed; a projection stands still before that many customers wait. */
    private static final int MOST_LISTED = 10_000;

    private static final String LETTERS = """
            select letter.*,
                   (select count(*) from query.dead_letter later
                    where later.projection = letter.projection and later.customer_id = letter.customer_id
                      and later.position > letter.position
                      and later.discarded_at is null and letter.discarded_at is null) as behind
            from query.dead_letter letter
            """;

    private static final String IS_FIRST = """
            letter.discarded_at is null and not exists (
                select from query.dead_letter earlier
                where earlier.projection = letter.projection and earlier.customer_id = letter.customer_id
                  and earlier.position < letter.position and earlier.discarded_at is null)
            """;

    /** What waited behind another has not been tried itself. */
    private static final String IS_DUE = """
            (cause is null
             or coalesce(tried_at, parked_at) + least(interval '1 hour', interval '10 seconds' * 2 ^ least(tries, 20))
                <= clock_timestamp())
            """;

    private static final String COUNT = "select count(*) from query.dead_letter where projection = :projection";

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of each customer who waits, and those that were discarded; of one projection, or {@code null} for all. */
    public List<DeadLetter> list(@Nullable String projection) {
        return jdbc.sql(LETTERS + " where (:projection::text is null or projection = :projection::text)"
                        + " and (discarded_at is not null or (" + IS_FIRST + "))"
                        + " order by projection, position limit :limit")
                .param("projection", projection)
                .param("limit", MOST_LISTED)
                .query((row, _) -> letter(row))
                .list();
    }

    /** The first of each customer who waits that is due to be tried again, each time later than the time before. */
    public List<DeadLetter> due() {
        return jdbc.sql(LETTERS + " where " + IS_FIRST + " and " + IS_DUE + " order by projection, position")
                .query((row, _) -> letter(row))
                .list();
    }

    /** How many events wait. */
    public long waiting(String projection) {
        return count(COUNT + " and discarded_at is null", projection);
    }

    /** How many events answers go on without. */
    public long discarded(String projection) {
        return count(COUNT + " and discarded_at is not null", projection);
    }

    private long count(String sql, String projection) {
        return jdbc.sql(sql).param("projection", projection).query(Long.class).single();
    }

    /** Of a customer who waits. */
    public Optional<DeadLetter> first(String projection, CustomerId customerId) {
        return first(IS_FIRST, projection, customerId);
    }

    /** The same, if it is due to be tried again. */
    public Optional<DeadLetter> firstDue(String projection, CustomerId customerId) {
        return first(IS_FIRST + " and " + IS_DUE, projection, customerId);
    }

    private Optional<DeadLetter> first(String which, String projection, CustomerId customerId) {
        return jdbc.sql(LETTERS + " where projection = :projection and customer_id = :customerId and " + which)
                .param("projection", projection)
                .param("customerId", customerId.value())
                .query((row, _) -> letter(row))
                .optional();
    }

    /** Whose rows lack anything, be it waiting or discarded. */
    public List<CustomerId> customers(String projection) {
        return jdbc.sql("select distinct customer_id from query.dead_letter where projection = :projection")
                .param("projection", projection)
                .query((row, _) -> new CustomerId(row.getString(1)))
                .list();
    }

    /** @param cause {@code null} where it waits behind another */
    void park(String projection, Leaf leaf, CustomerId customerId, String type, @Nullable String cause) {
        jdbc.sql("""
                        insert into query.dead_letter (projection, position, customer_id, event_id, event_type, cause)
                        values (:projection, :position, :customerId, :eventId, :type, :cause)""")
                .param("projection", projection)
                .param("position", leaf.position())
                .param("customerId", customerId.value())
                .param("eventId", leaf.eventId())
                .param("type", type)
                .param("cause", cause)
                .update();
    }

    /** @param cause class and place of the failure, never its text */
    public void failedAgain(DeadLetter letter, String cause) {
        jdbc.sql("""
                        update query.dead_letter set cause = :cause, tries = tries + 1, tried_at = clock_timestamp()
                        where projection = :projection and position = :position""")
                .param("cause", cause)
                .param("projection", letter.projection())
                .param("position", letter.position())
                .update();
    }

    public void handled(DeadLetter letter) {
        jdbc.sql("delete from query.dead_letter where projection = :projection and position = :position")
                .param("projection", letter.projection())
                .param("position", letter.position())
                .update();
    }

    /** Whether there was such a letter, the first of its customer. */
    public boolean discard(String projection, String eventId, String by, String because) {
        return jdbc.sql("""
                        update query.dead_letter letter
                        set discarded_at = clock_timestamp(), discarded_by = :by, discarded_because = :because
                        where projection = :projection and event_id = :eventId and\s""" + IS_FIRST)
                        .param("by", by)
                        .param("because", because)
                        .param("projection", projection)
                        .param("eventId", eventId)
                        .update()
                > 0;
    }

    /** All of a projection whose rows have been made anew, from all events. */
    public void clear(String projection) {
        jdbc.sql("delete from query.dead_letter where projection = :projection")
                .param("projection", projection)
                .update();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        var discardedAt = instant(row, "discarded_at");
        return new DeadLetter(
                row.getString("projection"),
                new CustomerId(row.getString("customer_id")),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("cause"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                instant(row, "tried_at"),
                row.getLong("behind"),
                discardedAt == null
                        ? null
                        : new Discarded(
                                row.getString("discarded_by"), row.getString("discarded_because"), discardedAt));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
