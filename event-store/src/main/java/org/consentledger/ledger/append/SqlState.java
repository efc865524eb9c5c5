package org.consentledger.ledger.append;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error codes say about an append. */
final class SqlState {
    private SqlState() {}

    /** Class 22 (data exception), 23 (integrity constraint violation), 54 (program limit exceeded): the data's fault. */
    static boolean blamesTheData(SQLException e) {
        return isOf(e.getSQLState(), "22", "23", "54");
    }

    /** The server itself said that it rolled back: class 23, 25 (the transaction was failed before) or 40 (rollback). */
    static boolean saysRolledBack(SQLException e) {
        return isOf(e.getSQLState(), "23", "25", "40");
    }

    private static boolean isOf(@Nullable String state, String... classes) {
        for (String c : classes) {
            if (state != null && state.startsWith(c)) {
                return true;
            }
        }
        return false;
    }
}
