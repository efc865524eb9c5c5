package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The files of the database ({@code PGDATA}): whole and of the right major version, or not there. */
final class PostgresCluster {
    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);

    private PostgresCluster() {}

    /** Initialises the cluster where there is none. */
    static void prepare(Path pgdata, Path passwordFile, PostgresProgram programs)
            throws IOException, InterruptedException {
        if (Files.exists(pgdata)) {
            return;
        }
        Password.createIfMissing(passwordFile);
        WholeDirectory.create(pgdata, partial -> initialise(partial, passwordFile, programs));
    }

    private static void initialise(Path pgdata, Path passwordFile, PostgresProgram programs)
            throws IOException, InterruptedException {
        var outcome = programs.run(
                INITDB_PATIENCE,
                "initdb",
                "--pgdata=" + pgdata,
                "--username=" + EmbeddedDatabase.USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
        if (!outcome.succeeded()) {
            throw new DatabaseRefused("cannot initialise the database in " + pgdata + ": " + outcome.output());
        }
    }

    /** Before an empty database is made: between two of its renames {@code change-postgresql} may have been killed. */
    static void refuseUnfinishedChange(Path pgdata) {
        var changed = pgdata.resolveSibling(pgdata.getFileName() + ".new");
        if (!Files.exists(pgdata) && Files.exists(changed)) {
            throw new DatabaseRefused(pgdata + " is not there, and " + changed
                    + " is: a change to another PostgreSQL was broken off; nothing was changed. Run again: "
                    + "config/backup/change-postgresql "
                    + pgdata.toAbsolutePath().getParent());
        }
    }

    /** Before anything is done with it: a cluster of another major version is not for these programs. */
    static void refuseOtherMajorVersion(Path pgdata, String ours) throws IOException {
        if (!Files.exists(pgdata)) {
            return;
        }
        var file = pgdata.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseRefused(pgdata + " is no database of PostgreSQL; nothing was changed");
        }
        var found = Files.readString(file).strip();
        if (!found.equals(ours)) {
            throw new DatabaseRefused(pgdata + " is a database of PostgreSQL " + found
                    + ", and this product brings PostgreSQL " + ours + "; nothing was changed. "
                    + (isNewer(found, ours)
                            ? "Run the release again that it was made with."
                            : "Run: config/backup/change-postgresql "
                                    + pgdata.toAbsolutePath().getParent()
                                    + "  (it needs pg_dump and psql, on Debian postgresql-client-" + ours
                                    + "; see docs/OPERATIONS.md, A newer PostgreSQL)"));
        }
    }

    private static boolean isNewer(String found, String ours) {
        return found.length() > ours.length() || (found.length() == ours.length() && found.compareTo(ours) > 0);
    }
}
