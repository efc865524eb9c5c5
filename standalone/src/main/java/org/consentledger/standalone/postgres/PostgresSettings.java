package org.consentledger.standalone.postgres;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the embedded server is told, written as its {@code postgresql.conf} at every start.
 *
 * <p>Sized for 2 cores and a few GiB. An operator's {@code ALTER SYSTEM} still wins (it lives in another file), but
 * for what {@link Durability} insists on.
 */
final class PostgresSettings {
    private PostgresSettings() {}

    static String configuration(int port) {
        return of(port).entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining("", "# Written at every start. Lasting changes: ALTER SYSTEM.\n", ""));
    }

    private static Map<String, String> of(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("password_encryption", "scram-sha-256");

        settings.putAll(Durability.REQUIRED);
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")) {
            // Any other method leaves the data in the drive's cache there.
            settings.put("wal_sync_method", "fsync_writethrough");
        }

        settings.put("shared_buffers", "256MB");
        settings.put("effective_cache_size", "2GB");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("wal_compression", "on");
        settings.put("max_wal_size", "2GB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");

        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("datestyle", "iso, ymd");
        settings.put("lc_messages", "C");

        // Neither statements nor the DETAIL of an error, which quotes rows: no personal data in logs.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_checkpoints", "off");
        return settings;
    }
}
