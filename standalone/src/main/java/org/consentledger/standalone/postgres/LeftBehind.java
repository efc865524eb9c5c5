package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL that outlived the process which started it.
 *
 * <p>Whoever asks holds the data directory's lock, so a server running from that directory's own programs has no
 * owner any more. The number in {@code postmaster.pid} alone proves nothing: after a reboot it may be anybody's.
 */
final class LeftBehind {
    private static final Duration PATIENCE_FAST = Duration.ofSeconds(30);
    private static final Duration PATIENCE_IMMEDIATE = Duration.ofSeconds(10);

    private LeftBehind() {}

    /** Stops it, politely first; afterwards no process works on the cluster, and the next start recovers it. */
    static void stop(Path programs, Path pgdata, PostgresProgram run, Consumer<String> progress)
            throws IOException, InterruptedException {
        if (!runningFrom(programs).isEmpty()) {
            progress.accept("Stopping the PostgreSQL that an earlier start left behind");
            stop(run, pgdata, "fast", PATIENCE_FAST);
            if (!runningFrom(programs).isEmpty()) {
                stop(run, pgdata, "immediate", PATIENCE_IMMEDIATE);
            }
            kill(runningFrom(programs));
        }
        var pidFile = pgdata.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            refuseForeignServer(pidFile);
            Files.delete(pidFile);
        }
    }

    /** A server of other programs, started by hand on this cluster, is not ours to stop. */
    private static void refuseForeignServer(Path pidFile) throws IOException {
        var pid = Files.readString(pidFile).lines().findFirst().orElse("");
        var foreign = ProcessHandle.allProcesses()
                .filter(process -> pid.equals(Long.toString(process.pid())))
                .flatMap(process -> process.info().command().stream())
                .anyMatch(command -> Path.of(command).endsWith("postgres"));
        if (foreign) {
            throw new DatabaseRefused(pidFile.getParent() + " is served by another PostgreSQL, process " + pid);
        }
    }

    private static void stop(PostgresProgram run, Path pgdata, String mode, Duration patience)
            throws IOException, InterruptedException {
        if (Files.exists(pgdata.resolve("postmaster.pid"))) {
            run.run(
                    patience.plusSeconds(5),
                    "pg_ctl",
                    "stop",
                    "--pgdata=" + pgdata,
                    "--mode=" + mode,
                    "--timeout=" + patience.toSeconds());
        }
    }

    private static void kill(List<ProcessHandle> processes) throws InterruptedException {
        processes.forEach(ProcessHandle::destroyForcibly);
        var ended = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(PATIENCE_IMMEDIATE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DatabaseRefused(
                    "cannot end the PostgreSQL that an earlier start left behind: "
                            + processes.stream().map(ProcessHandle::pid).toList(),
                    e);
        }
    }

    private static List<ProcessHandle> runningFrom(Path programs) {
        return Stream.of(programs)
                .flatMap(home -> ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .command()
                                .filter(command -> Path.of(command).startsWith(home))
                                .isPresent()))
                .toList();
    }
}
