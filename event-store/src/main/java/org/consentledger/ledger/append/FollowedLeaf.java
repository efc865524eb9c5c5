package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consentledger.ledger.rows.LedgerDamaged;

/** The event at a position, as far as it is compared with where the events live. */
record FollowedLeaf(UUID eventId, Instant recordedAt) {
    static FollowedLeaf at(Connection connection, long position) throws SQLException {
        try (var statement =
                connection.prepareStatement("select event_id, recorded_at from ledger.event where position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LedgerDamaged("the event at position " + position + " is missing");
                }
                return new FollowedLeaf(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }
}
