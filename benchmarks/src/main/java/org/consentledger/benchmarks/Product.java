package org.consentledger.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;

/** The product as it was started for a benchmark, in one process or in several. */
interface Product extends AutoCloseable {
    /** Where commands are sent. */
    URI commands();

    /** Where questions are asked. */
    URI questions();

    /** The process that takes commands. */
    ProcessHandle process();

    /** The first process of its PostgreSQL, whose children all the others are. */
    ProcessHandle databaseProcess() throws IOException;

    /** A database of its PostgreSQL, which need not be there yet. */
    ServiceDatabase databaseNamed(String name) throws IOException;

    /** A connection to its database, as the owner. */
    default Connection database() throws IOException, SQLException {
        var ledger = databaseNamed("ledger");
        return DriverManager.getConnection(ledger.jdbcUrl(), ledger.user(), ledger.password());
    }

    /** For the name of a client the value of its header {@code Authorization}. */
    UnaryOperator<String> tokens() throws IOException;

    /** How much memory its processes may use, as reports tell it. */
    String heap();

    @Override
    void close() throws IOException;
}
