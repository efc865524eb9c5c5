package org.consentledger.standalone.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl} as a user that PostgreSQL accepts.
 *
 * <p>PostgreSQL refuses root. In a new user namespace (Linux) root is nobody to PostgreSQL and still the owner of the
 * files.
 *
 * @param binaries the programs
 * @param logs where each program's output is kept, the last run's only
 */
record PostgresProgram(PostgresBinaries binaries, Path logs) {

    Outcome run(Duration patience, String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));

        var output = logs.resolve(program + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = start(builder);
        process.getOutputStream().close();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Outcome(false, program + " did not end within " + patience.toSeconds() + " s");
        }
        return new Outcome(process.exitValue() == 0, Files.readString(output).strip());
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "cannot run " + new File(builder.command().getFirst()).getName()
                            + (isRoot() ? "; as root it takes unshare of util-linux: start as an ordinary user" : ""),
                    e);
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                && new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    /**
     * How a program ended.
     *
     * @param succeeded whether its exit status was 0
     * @param output what it wrote, standard output and error together
     */
    record Outcome(boolean succeeded, String output) {}
}
