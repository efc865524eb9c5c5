package org.consentledger.benchmarks.yardsticks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;

/** The database of a service, handed to its process in variables of the environment. */
public record ServiceDatabase(String jdbcUrl, String user, String password) {
    /** As many as the product has, and as many that it keeps when there is nothing to do. */
    private static final int CONNECTIONS = 32;

    private static final int IDLE_CONNECTIONS = 10;

    private static final String URL = "YARDSTICK_JDBC_URL";
    private static final String USER = "YARDSTICK_USER";
    private static final String PASSWORD = "YARDSTICK_PASSWORD";

    /** The variables. */
    public Map<String, String> environment() {
        return Map.of(URL, jdbcUrl, USER, user, PASSWORD, password);
    }

    static ServiceDatabase ofEnvironment() {
        return new ServiceDatabase(variable(URL), variable(USER), variable(PASSWORD));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    /** Opens connections to it, as many as the product has. */
    public HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        return new HikariDataSource(config);
    }
}
