package org.consentledger.ledger.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.consentledger.ledger.statement.LeafEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leaves of the tree: where an event's is, what its statement says, and the entries that everybody may see. */
public final class LeafRows {
    private final JdbcClient jdbc;

    public LeafRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public Optional<Long> position(UUID eventId) {
        return jdbc.sql("select position from ledger.leaf where event_id = ?")
                .param(eventId)
                .query(Long.class)
                .optional();
    }

    /** The canonical bytes of an event's statement. */
    public Optional<byte[]> statement(UUID eventId) {
        return jdbc.sql("select statement from ledger.leaf where event_id = ?")
                .param(eventId)
                .query(byte[].class)
                .optional();
    }

    /** The canonical bytes of the statements at these positions, by position; those that are gone are not in it. */
    public Map<Long, byte[]> statements(Collection<Long> positions) {
        var statements = new HashMap<Long, byte[]>();
        jdbc.sql("select position, statement from ledger.leaf where position = any(?::bigint[])")
                .param(positions.toArray(Long[]::new))
                .query(row -> {
                    statements.put(row.getLong(1), row.getBytes(2));
                });
        return statements;
    }

    /** @throws LedgerDamaged where one of them is missing */
    public List<LeafEntry> entries(long first, int count) {
        var entries = jdbc.sql("select event_id, statement from ledger.leaf where position >= ? and position < ?"
                        + " order by position")
                .param(first)
                .param(first + count)
                .query((row, _) -> LeafEntry.of(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        if (entries.size() != count) {
            throw new LedgerDamaged(
                    "of the leaves " + first + " to " + (first + count - 1) + " there are only " + entries.size());
        }
        return entries;
    }
}
