package org.consentledger.ledger.schema;

import javax.sql.DataSource;
import org.consentledger.ledger.rows.LongStatements;
import org.flywaydb.core.Flyway;

/**
 * Brings one module's tables up to date: its migrations lie in {@code db/migration/<schema>}, and its tables and the
 * history of its migrations in a database schema of that name. It is done once constructed, so whoever reads the
 * tables depends on it; two processes that start together take turns.
 */
public final class SchemaMigration {
    private final String schema;

    /** @throws org.flywaydb.core.api.FlywayException where a migration fails or an applied one was changed since */
    public SchemaMigration(DataSource dataSource, String schema) {
        this.schema = schema;
        Flyway.configure()
                .dataSource(LongStatements.allowing(dataSource))
                .locations("classpath:db/migration/" + schema)
                .schemas(schema)
                .defaultSchema(schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    @Override
    public String toString() {
        return "migration of schema " + schema;
    }
}
