package org.consentledger.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures about the ledger as it is now; ages by the database's clock, which is the ledger's. */
public final class FigureRows {
    private static final String AGE = "select extract(epoch from clock_timestamp() - recorded_at)::float8 ";

    private static final String STANDS = """
            select tree.size, tree.recorded_at, signed.size as signed_size, last.recorded_at as signed_until,
                   next.recorded_at as unsigned_since, clock_timestamp() as now
            from ledger.tree
            cross join (select coalesce(max(size), 0) as size from ledger.checkpoint) signed
            left join ledger.event last on last.position = signed.size - 1
            left join ledger.event next on next.position = signed.size""";

    private final JdbcClient jdbc;

    public FigureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * How far the ledger is recorded and signed. All times UTC, by the ledger's clock.
     *
     * @param size in leaves
     * @param recordedUntil when the last leaf was recorded; {@code null} where there is none
     * @param signedSize leaves under the newest checkpoint
     * @param signedUntil when the last of these was recorded; {@code null} where there is none
     * @param unsignedSince when the first leaf was recorded that waits for the signer; {@code null} where none waits
     * @param now when this was read
     */
    public record Stands(
            long size,
            @Nullable Instant recordedUntil,
            long signedSize,
            @Nullable Instant signedUntil,
            @Nullable Instant unsignedSince,
            Instant now) {}

    /** All at one moment. */
    public Stands stands() {
        return jdbc.sql(STANDS)
                .query((row, _) -> new Stands(
                        row.getLong("size"),
                        time(row, "recorded_at"),
                        row.getLong("signed_size"),
                        time(row, "signed_until"),
                        time(row, "unsigned_since"),
                        Objects.requireNonNull(time(row, "now"))))
                .single();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** In leaves. */
    public long size() {
        return jdbc.sql("select size from ledger.tree").query(Long.class).single();
    }

    /** Leaves under the newest checkpoint; 0 where there is none. */
    public long signedSize() {
        return jdbc.sql("select coalesce(max(size), 0) from ledger.checkpoint")
                .query(Long.class)
                .single();
    }

    /** Seconds since the last leaf that is signed was recorded; not a number where there is none. */
    public double checkpointAge() {
        return jdbc.sql(AGE + "from ledger.event where position = (select max(size) from ledger.checkpoint) - 1")
                .query(Double.class)
                .optional()
                .orElse(Double.NaN);
    }

    /** Seconds since the last time stamp was recorded; not a number where there is none. */
    public double timestampAge() {
        return jdbc.sql(AGE + "from ledger.event where aggregate_id = ? order by seq desc limit 1")
                .param(TimestampedCheckpoint.STREAM)
                .query(Double.class)
                .optional()
                .orElse(Double.NaN);
    }
}
