package org.consentledger.standalone;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections for verbs, which take as long as they take: whoever runs one ends it. Only the operating system looks from time
 * to time whether the database's machine is still there.
 */
final class VerbConnections {
    private VerbConnections() {}

    static DriverManagerDataSource to(String jdbcUrl, @Nullable String user, @Nullable String password) {
        var alive = new Properties();
        alive.setProperty("tcpKeepAlive", "true");
        var dataSource = new DriverManagerDataSource(jdbcUrl, alive);
        dataSource.setUsername(user);
        dataSource.setPassword(password);
        return dataSource;
    }
}
