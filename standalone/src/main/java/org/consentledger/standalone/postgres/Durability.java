package org.consentledger.standalone.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What makes a committed transaction survive a loss of power; the product does not run without. */
final class Durability {
    static final Map<String, String> REQUIRED =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private Durability() {}

    /** Asks the running server, since a configuration file only says what was wished for. */
    static void check(Connection connection) throws SQLException {
        for (var setting : REQUIRED.entrySet()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SHOW " + setting.getKey())) {
                row.next();
                var value = row.getString(1);
                if (!setting.getValue().equals(value)) {
                    throw new DatabaseRefused("PostgreSQL runs with " + setting.getKey() + "=" + value
                            + ", which may lose what was acknowledged; it must be " + setting.getValue()
                            + " (see ALTER SYSTEM RESET)");
                }
            }
        }
    }
}
