package org.consentledger.ledger.rows;

import javax.sql.DataSource;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures about the ledger as it is now; ages by the database's clock, which is the ledger's. */
public final class FigureRows {
    private static final String AGE = "select extract(epoch from clock_timestamp() - recorded_at)::float8 ";

    private final JdbcClient jdbc;

    public FigureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
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
