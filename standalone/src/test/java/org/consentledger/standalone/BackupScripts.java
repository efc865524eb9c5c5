package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What operators run to back up the data directory {@code data} of a working directory and to put it back, as they run it.
 *
 * @param directory the working directory
 */
record BackupScripts(Path directory) {
    private static final Path SCRIPTS = Path.of(System.getProperty("ledger.script"))
            .resolveSibling("config")
            .resolve("backup");

    /** From the next start on WAL is archived. */
    void archive(StartedProduct product) throws Exception {
        var archive = Files.createDirectory(directory.resolve("archive"));
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set archive_mode = on");
            statement.execute("alter system set archive_command = '" + SCRIPTS.resolve("archive-wal") + " \"%p\" \""
                    + archive + "/%f\"'");
        }
    }

    void baseBackup() throws Exception {
        run(List.of(SCRIPTS.resolve("base-backup").toString(), "data", "backup"));
    }

    /** The time by the clock of its database. */
    String now(StartedProduct product) throws Exception {
        try (var connection = product.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Puts back what there was until then; answers what the script says. */
    String run(String script, String to, String until) throws Exception {
        try (var versions = Files.list(directory.resolve("data/postgres"))) {
            var programs = versions.filter(Files::isDirectory).findFirst().orElseThrow();
            return run(List.of(
                    SCRIPTS.resolve(script).toString(),
                    "--backup",
                    "backup",
                    "--archive",
                    "archive",
                    "--keys",
                    "data/keys",
                    "--programs",
                    programs.toString(),
                    "--to",
                    to,
                    "--until",
                    until));
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LEDGER_JAVA_OPTS", StartedProduct.JAVA_OPTIONS);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
