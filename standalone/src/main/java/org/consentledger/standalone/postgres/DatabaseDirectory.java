package org.consentledger.standalone.postgres;

import java.nio.file.Path;

/**
 * Where the embedded PostgreSQL keeps what, inside the product's data directory.
 *
 * @param programs its own programs, one directory a version
 * @param pgdata the database: the one directory here that cannot be made again
 * @param password the superuser's password, 0600
 * @param logs the server's log and the last output of its tools
 */
public record DatabaseDirectory(Path programs, Path pgdata, Path password, Path logs) {

    /** As the product lays them out in a directory of its own. */
    public static DatabaseDirectory in(Path root) {
        return new DatabaseDirectory(
                root.resolve("postgres"),
                root.resolve("pgdata"),
                root.resolve("postgres-password"),
                root.resolve("logs"));
    }
}
