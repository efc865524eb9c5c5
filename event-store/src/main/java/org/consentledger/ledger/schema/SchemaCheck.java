package org.consentledger.ledger.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks, before the first append, whether the ledger keeps bytes as bytes and still refuses every change.
 *
 * <p>A payload column of type text or OID would be read back changed, or point to a large object that lies outside the
 * table; a dropped or disabled trigger would let a row be rewritten.
 */
public final class SchemaCheck {
    private static final List<String> APPEND_ONLY = List.of(
            "event",
            "leaf",
            "tile",
            "checkpoint",
            "idempotency",
            "verifier_key",
            "key_change",
            "witness",
            "cosignature",
            "time_stamp",
            "data_key",
            "master_epoch",
            "events_live_in",
            "tree");
    private static final List<String> BYTES = List.of(
            "event.payload",
            "event.metadata",
            "leaf.hash",
            "leaf.statement",
            "tile.hash",
            "tree.root",
            "time_stamp.token",
            "idempotency.fingerprint",
            "data_key.wrapped",
            "pending_key.wrapped");

    private final JdbcClient jdbc;

    public SchemaCheck(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @throws SchemaRefused naming every fault */
    public void run() {
        var bytes = jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'ledger' and data_type = 'bytea'""").query(String.class).list();
        var guarded = jdbc.sql("""
                select c.relname || '.' || t.tgname from pg_trigger t
                join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'ledger' and t.tgenabled in ('O', 'A')""").query(String.class).list();
        var triggers = Stream.concat(
                APPEND_ONLY.stream().map(table -> table + ".append_only"),
                Stream.of("tree.only_grows", "data_key.only_ends", "master_epoch.only_ends"));

        var faults = new ArrayList<String>();
        BYTES.stream().filter(column -> !bytes.contains(column)).forEach(column -> faults.add(column + " is no bytea"));
        triggers.filter(trigger -> !guarded.contains(trigger))
                .forEach(trigger -> faults.add("trigger " + trigger + " is missing or disabled"));
        if (!faults.isEmpty()) {
            throw new SchemaRefused(faults);
        }
    }
}
