package org.consentledger.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The state of the ledger at a glance.
 *
 * @param size in leaves
 * @param root of the tree
 * @param newest when the last group was recorded; {@code null} where there is none
 * @param now ledger time such that whatever is appended after this reading is recorded later; not so, where the events
 *     live elsewhere, what is stored there already and is yet to be followed
 */
public record TreeRow(long size, Hash root, @Nullable Instant newest, Instant now) {
    /** What is appended later in this same microsecond is later than {@code now} all the same. */
    private static final String SELECT = "select size, root, recorded_at,"
            + " greatest(recorded_at, clock_timestamp() - interval '1 microsecond') from ledger.tree";

    /** Reads at once; an append may be in flight whose time is before {@link #now}. */
    public static TreeRow read(DataSource dataSource) {
        return query(dataSource, SELECT, 0);
    }

    /**
     * Waits for an append in flight and reads before the next one. The lock is held for this statement only, on a
     * connection of its own, whatever transaction the caller is in; nothing is written.
     */
    public static TreeRow readBetweenAppends(DataSource dataSource) {
        return query(dataSource, AppendLock.SHARED + ";" + SELECT, 1);
    }

    private static TreeRow query(DataSource dataSource, String sql, int resultsBefore) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            for (int i = 0; i < resultsBefore; i++) {
                statement.getMoreResults();
            }
            try (var row = statement.getResultSet()) {
                if (!row.next()) {
                    throw new LedgerDamaged("the tree has no row");
                }
                return of(row);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the state of the ledger cannot be read", e);
        }
    }

    private static TreeRow of(ResultSet row) throws SQLException {
        var newest = row.getObject(3, OffsetDateTime.class);
        return new TreeRow(
                row.getLong(1),
                Hash.of(row.getBytes(2)),
                newest == null ? null : newest.toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
