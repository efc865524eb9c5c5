package org.consentledger.benchmarks.yardsticks;

import jakarta.servlet.http.HttpServlet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The services that there are. */
public enum Yardstick {
    /** One INSERT and commit a request. */
    JDBC_INSERT,
    /** Axon 4.13 with its defaults for JPA. */
    AXON_JPA,
    /** A row of each agreement, of which Hibernate Envers keeps what it was before. */
    ENVERS,
    /** One row found by an index a request. */
    INDEX_LOOK_UP;

    HttpServlet on(DataSource database, int storedBytes) throws SQLException {
        return switch (this) {
            case JDBC_INSERT -> new JdbcInsertServlet(database, storedBytes);
            case AXON_JPA -> new AxonJpaServlet(database);
            case ENVERS -> new EnversServlet(database);
            case INDEX_LOOK_UP -> new IndexLookUpServlet(database);
        };
    }
}
