package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * A PostgreSQL of a data directory that another process has started and will stop.
 *
 * @param jdbcUrl of the database {@code ledger} in it
 */
public record RunningDatabase(String jdbcUrl, String user, String password) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty where none is ready, as {@code postmaster.pid} says; it may be stale after a kill. */
    public static Optional<RunningDatabase> in(DatabaseDirectory directory) throws IOException {
        try {
            var lines = Files.readAllLines(directory.pgdata().resolve("postmaster.pid"));
            if (lines.size() <= STATUS_LINE || !lines.get(STATUS_LINE).strip().equals("ready")) {
                return Optional.empty();
            }
            return Optional.of(new RunningDatabase(
                    EmbeddedDatabase.jdbcUrl(Integer.parseInt(lines.get(PORT_LINE))),
                    EmbeddedDatabase.USER,
                    Password.read(directory.password())));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
