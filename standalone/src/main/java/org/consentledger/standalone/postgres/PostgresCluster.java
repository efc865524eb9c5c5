package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The files of the database ({@code PGDATA}): whole and of the right major version, or not there. */
final class PostgresCluster {
    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);

    private PostgresCluster() {}

    /** Initialises the cluster where there is none; refuses one of another major version. */
    static void prepare(Path pgdata, Path passwordFile, PostgresProgram programs)
            throws IOException, InterruptedException {
        if (Files.exists(pgdata)) {
            refuseOtherMajorVersion(pgdata, programs.binaries().majorVersion());
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

    private static void refuseOtherMajorVersion(Path pgdata, String ours) throws IOException {
        var file = pgdata.resolve("PG_VERSION");
        var found = Files.exists(file) ? Files.readString(file).strip() : "no PostgreSQL";
        if (!found.equals(ours)) {
            throw new DatabaseRefused(pgdata + " is of major version " + found + ", this product brings PostgreSQL "
                    + ours + "; upgrade the data first. Nothing was changed.");
        }
    }
}
