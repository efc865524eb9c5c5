package org.consentledger.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.witness.WitnessDirectory;
import org.consentledger.ledger.witness.WitnessServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs a witness until it is told to stop. It has a directory of its own and shares nothing with a ledger: whoever runs
 * it is somebody whom the ledger's operator cannot make cosign.
 */
@TalksToTheTerminal
@Command(
        name = "witness",
        description = "Run a witness: cosign the checkpoints of logs, of each log one history only.",
        mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    /** Seconds that a client has to send its request, and to take the answer. */
    private static final String PATIENCE = "20";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "witness",
            description = "The witness's own directory, made where it is missing. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("witness");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090", description = "HTTP port; 0: any free one.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to serve. Default: ${DEFAULT-VALUE}.")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The witness's name, as witness.example/w1; fixed by the first start.")
    private @Nullable String name;

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            description = {
                "The verifier key of a log to follow from now on, or a file with one a line; may be repeated.",
                "The key's name is the log's origin. Needed once; a further key of the same name is the same log's."
            })
    private List<String> logs = List.of();

    @Option(names = "--print-key", description = "Print the witness's verifier key and end.")
    private boolean printKey;

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be between 0 and " + HIGHEST_PORT);
        }
        var keys = VerifierKeys.read(spec, "--log", logs);
        if (Files.exists(new DataDirectory(data).database().pgdata())) {
            throw new ParameterException(
                    spec.commandLine(), data + " is the directory of a ledger; a witness has one of its own");
        }
        QuietLog.begin();
        try {
            var directory = new WitnessDirectory(data.toAbsolutePath().normalize());
            for (var key : keys) {
                directory.follow(key);
            }
            var key = directory.key(name).verifierKey();
            if (printKey) {
                System.out.println(key);
                return 0;
            }
            return serve(directory);
        } catch (KeyRefused | NoteRejected e) {
            return refuse(e.getMessage());
        } catch (IOException e) {
            return refuse(e.toString());
        }
    }

    private int serve(WitnessDirectory directory) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE);
        System.setProperty("sun.net.httpserver.maxRspTime", PATIENCE);
        var witness = directory.open(name, InstantSource.system());
        var server = WitnessServer.start(witness, new InetSocketAddress(address, port));
        var parts = new OpenedParts();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(parts.close()), "stop"));
        try {
            parts.open(() -> server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        System.out.println("key: " + witness.key());
        directory.logs().keySet().stream().sorted().forEach(origin -> System.out.println("follows: " + origin));
        System.out.println("The witness " + witness.key().name() + " serves on http://" + address.getHostAddress() + ":"
                + server.port() + "/");
        awaitTheEnd();
        return 0;
    }

    /** A signal ends the process. */
    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static int refuse(@Nullable String why) {
        System.err.println("ledger: " + why);
        return 1;
    }
}
