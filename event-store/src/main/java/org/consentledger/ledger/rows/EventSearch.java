package org.consentledger.ledger.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Looks for events by what they say. It reads every event of the range, so it is for questions that are seldom asked. */
public final class EventSearch {
    private static final String FIRST = """
            select position from ledger.event
            where position >= ? and starts_with(aggregate_id, ?) and payload_type = any (?)
              and convert_from(payload, 'UTF8')::json ->> ? = ?
            order by position limit 1""";

    private EventSearch() {}

    /** Position of the first such event from there on. */
    public static OptionalLong first(Connection connection, EventCriteria criteria, long from) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setLong(1, from);
            statement.setString(2, criteria.aggregates());
            statement.setArray(
                    3, connection.createArrayOf("text", criteria.payloadTypes().toArray()));
            statement.setString(4, criteria.member());
            statement.setString(5, criteria.value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
