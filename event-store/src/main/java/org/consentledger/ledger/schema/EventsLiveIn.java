package org.consentledger.ledger.schema;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the events of a ledger live. It is settled when the first process that appends begins on a database, and never
 * changes: events do not move by a setting.
 */
public enum EventsLiveIn {
    POSTGRESQL,
    AXON_SERVER;

    /**
     * Settles it on a new database; on another one it has been settled, and where nobody did so but there are events they
     * live in PostgreSQL.
     *
     * @throws ModeRefused where they live elsewhere
     */
    public void begin(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("""
                        insert into ledger.events_live_in (place)
                        select case when size > 0 then 'POSTGRESQL' else ? end from ledger.tree
                        on conflict do nothing""").param(name()).update();
        check(dataSource);
    }

    /**
     * Whether this database's events live where this process is told; on a new database anything goes yet.
     *
     * @throws ModeRefused where they live elsewhere
     */
    public void check(DataSource dataSource) {
        JdbcClient.create(dataSource)
                .sql("""
                        select place from ledger.events_live_in
                        union all
                        select 'POSTGRESQL' from ledger.tree
                        where size > 0 and not exists (select from ledger.events_live_in)""")
                .query(String.class)
                .optional()
                .map(EventsLiveIn::valueOf)
                .filter(settled -> settled != this)
                .ifPresent(settled -> {
                    throw new ModeRefused(settled, this);
                });
    }

    String spoken() {
        return switch (this) {
            case POSTGRESQL -> "PostgreSQL";
            case AXON_SERVER ->
                "Axon Server (profile " + name().replace("_", "").toLowerCase(Locale.ROOT) + ")";
        };
    }
}
