package org.consentledger.ledger.rows;

import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every time-stamp token with its checkpoint. One whose event is not in the ledger is none of the ledger's yet. */
public final class TimestampRows {
    private final JdbcClient jdbc;

    public TimestampRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps it under that number; {@code false} where another one has the number. */
    public boolean add(long number, TimestampedCheckpoint stamp) {
        return jdbc.sql("insert into ledger.time_stamp (number, note, token) values (?, ?, ?) on conflict do nothing")
                        .param(number)
                        .param(stamp.note())
                        .param(stamp.token())
                        .update()
                == 1;
    }

    public Optional<TimestampedCheckpoint> at(long number) {
        return jdbc.sql("select note, token from ledger.time_stamp where number = ?")
                .param(number)
                .query((row, _) -> new TimestampedCheckpoint(row.getString(1), row.getBytes(2)))
                .optional();
    }
}
