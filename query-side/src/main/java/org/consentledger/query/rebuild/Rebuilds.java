package org.consentledger.query.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.rows.LongStatements;
import org.consentledger.query.rebuild.Rebuild.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rebuildings as the database keeps them, for whichever process carries them out. */
@Repository
class Rebuilds {
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Rebuilds(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** One that is under way stays as it is. */
    void request(String projection, int version, boolean acceptDifferences) {
        jdbc.sql("""
                        insert into query.rebuild (projection, state, version, accept_differences)
                        values (:projection, 'REQUESTED', :version, :accept)
                        on conflict (projection) do update
                        set state = excluded.state, version = excluded.version, position = -1, fault = null,
                            accept_differences = excluded.accept_differences, resumed_at = null, resumed_from = null,
                            moved_at = null, compared = null, differing = null
                        where rebuild.state not in ('REQUESTED', 'BUILDING')""")
                .param("projection", projection)
                .param("version", version)
                .param("accept", acceptDifferences)
                .update();
    }

    Optional<Rebuild> find(String projection) {
        return jdbc.sql("select * from query.rebuild where projection = :projection")
                .param("projection", projection)
                .query((row, _) -> rebuild(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Rebuild locked(String projection) {
        return jdbc.sql("select * from query.rebuild where projection = :projection for update")
                .param("projection", projection)
                .query((row, _) -> rebuild(row))
                .single();
    }

    /** Those that are under way, and those whose old tables are still there. */
    List<Rebuild> withWork() {
        return jdbc.sql("""
                        select * from query.rebuild
                        where state in ('REQUESTED', 'BUILDING') or retired is not null
                        order by projection""").query((row, _) -> rebuild(row)).list();
    }

    void begin(String projection, int generation) {
        jdbc.sql("""
                        update query.rebuild
                        set state = 'BUILDING', generation = :generation, position = -1, compared = null,
                            differing = null, fault = null
                        where projection = :projection""")
                .param("generation", generation)
                .param("projection", projection)
                .update();
    }

    void resume(String projection) {
        jdbc.sql("""
                        update query.rebuild
                        set resumed_at = clock_timestamp(), moved_at = clock_timestamp(), resumed_from = position
                        where projection = :projection""").param("projection", projection).update();
    }

    /** Within a transaction: its commit does not wait for the disk. */
    void commitUnflushed() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    /** Within a transaction: it goes through whole tables, or waits for who reads one that is to be dropped. */
    void takeTime() {
        LongStatements.allowInTransaction(dataSource);
    }

    void move(String projection, long position) {
        jdbc.sql("""
                        update query.rebuild set position = :position, moved_at = clock_timestamp(), fault = null
                        where projection = :projection""")
                .param("position", position)
                .param("projection", projection)
                .update();
    }

    /** Nobody begins to read the retired generation after this transaction. */
    void swapped(String projection, int retired) {
        jdbc.sql("""
                        update query.rebuild
                        set state = 'SWAPPED', retired = :retired, retired_by = pg_current_xact_id()
                        where projection = :projection""").param("retired", retired).param("projection", projection).update();
    }

    void rolledBack(String projection) {
        jdbc.sql("update query.rebuild set state = 'ROLLED_BACK' where projection = :projection")
                .param("projection", projection)
                .update();
    }

    /** What went wrong last stays told. */
    void calledOff(String projection) {
        jdbc.sql("update query.rebuild set state = 'CALLED_OFF' where projection = :projection")
                .param("projection", projection)
                .update();
    }

    void compared(String projection, int compared, int differing, @Nullable String fault) {
        jdbc.sql("""
                        update query.rebuild set compared = :compared, differing = :differing, fault = :fault
                        where projection = :projection""")
                .param("compared", compared)
                .param("differing", differing)
                .param("fault", fault)
                .param("projection", projection)
                .update();
    }

    /** Whether it is under way; one that was called off meanwhile has not failed. */
    boolean failed(String projection, String fault) {
        return jdbc.sql("""
                                update query.rebuild set fault = :fault
                                where projection = :projection and state in ('REQUESTED', 'BUILDING')""")
                        .param("fault", fault)
                        .param("projection", projection)
                        .update()
                > 0;
    }

    /** Whether no snapshot is left that was taken before the swap. */
    boolean isRetiredUnread(String projection) {
        return jdbc.sql("""
                        select not exists (
                            select from pg_stat_activity activity, query.rebuild
                            where projection = :projection and activity.datname = current_database()
                              and activity.pid <> pg_backend_pid() and activity.backend_xmin is not null
                              and age(activity.backend_xmin) >= age(retired_by::xid))""")
                .param("projection", projection)
                .query(Boolean.class)
                .single();
    }

    void dropped(String projection) {
        jdbc.sql("update query.rebuild set retired = null, retired_by = null where projection = :projection")
                .param("projection", projection)
                .update();
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        return new Rebuild(
                row.getString("projection"),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("generation", Integer.class),
                row.getLong("position"),
                row.getBoolean("accept_differences"),
                instant(row, "resumed_at"),
                row.getObject("resumed_from", Long.class),
                instant(row, "moved_at"),
                row.getObject("compared", Integer.class),
                row.getObject("differing", Integer.class),
                row.getString("fault"),
                row.getObject("retired", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
