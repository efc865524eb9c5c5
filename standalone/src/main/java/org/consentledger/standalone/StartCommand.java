package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.consentledger.standalone.postgres.DatabaseRefused;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.consentledger.standalone.postgres.KeptRunning;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the product until it is told to stop; a PostgreSQL that ends by itself is started again under it.
 *
 * <p>SIGTERM and SIGINT close the application first and the database last; the exit status is then 0, which is what
 * a service manager takes for a clean stop.
 */
@TalksToTheTerminal
@Command(
        name = "start",
        description = "Run everything in one process on 127.0.0.1, with an embedded PostgreSQL.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "HTTP port; 0: any free one.")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Where everything is kept.")
    private Path data = Path.of("data");

    @Option(names = "--demo", description = "Load the demo data where the ledger is still empty.")
    private boolean demo;

    StartOptions options() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be between 0 and " + HIGHEST_PORT);
        }
        return new StartOptions(port, new DataDirectory(data), demo);
    }

    @Override
    public Integer call() {
        var options = options();
        var parts = new OpenedParts();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(parts.close()), "stop"));
        try {
            var database = start(options, parts);
            // Only now: its logger must not be asked for before Spring has set logging up.
            new KeptRunning(database).untilClosed();
        } catch (StartRefused | DatabaseRefused e) {
            refuse(parts, e.getMessage());
        } catch (IOException e) {
            refuse(parts, "cannot work in " + options.directory().root() + ": " + e);
        } catch (Exception e) {
            parts.fail();
            LoggerFactory.getLogger(StartCommand.class).error("the start failed", e);
        }
        return parts.close();
    }

    private static EmbeddedDatabase start(StartOptions options, OpenedParts parts) throws Exception {
        options.directory().create();
        parts.open(() -> DataDirectoryLock.take(options.directory()));
        Files.deleteIfExists(options.directory().address());
        HttpPort.check(options.port());
        var database =
                parts.open(() -> EmbeddedDatabase.start(options.directory().database(), System.out::println));
        var application = parts.open(() -> RunningApplication.start(options, database));
        RunningProduct.tell(options.directory(), application.port());
        System.out.println("Consent Ledger serves on http://127.0.0.1:" + application.port() + "/");
        return database;
    }

    private static void refuse(OpenedParts parts, @Nullable String why) {
        if (parts.fail()) {
            System.err.println("ledger: " + why);
        }
    }
}
