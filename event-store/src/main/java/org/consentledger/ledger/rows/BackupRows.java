package org.consentledger.ledger.rows;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL itself knows of its backups, by the database's clock. It tells a superuser and a member of {@code pg_monitor};
 * for anybody else nothing is a number.
 */
public final class BackupRows {
    private static final String MAY_LOOK = """
            select has_function_privilege('pg_ls_archive_statusdir()', 'execute')
               and has_function_privilege('pg_ls_waldir()', 'execute')""";

    /** Where WAL is not archived, none waits. */
    private static final String UNARCHIVED = """
            select coalesce(max(extract(epoch from clock_timestamp() - modification)), 0)::float8
            from pg_ls_archive_statusdir()
            where name like '%.ready' and current_setting('archive_mode') <> 'off'""";

    /** Of each base backup a file tells beside the WAL, until the next one. */
    private static final String BASE_BACKUP = """
            select coalesce(min(extract(epoch from clock_timestamp() - modification)),
                            case current_setting('archive_mode') when 'off' then 'NaN' else 'Infinity' end::float8)::float8
            from pg_ls_waldir() where name like '%.backup'""";

    private final JdbcClient jdbc;

    public BackupRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Seconds for which the oldest finished file of WAL has waited to be archived; 0 where none waits. */
    public double unarchived() {
        return figure(UNARCHIVED);
    }

    /**
     * Seconds since the last base backup was done; without any infinite where WAL is archived, which is worth nothing without
     * one, and else not a number.
     */
    public double baseBackupAge() {
        return figure(BASE_BACKUP);
    }

    private double figure(String sql) {
        boolean mayLook = jdbc.sql(MAY_LOOK).query(Boolean.class).single();
        return mayLook ? jdbc.sql(sql).query(Double.class).single() : Double.NaN;
    }
}
