package org.consentledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.generated.GeneratedLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a large ledger for other benchmarks, or to be looked at; see {@link GeneratedLedger}. */
@Command(
        name = "data",
        description = {
            "Makes a data directory with a ledger of any size: three editions, and what customers",
            "accepted, refused, consented to and withdrew in seven years. The same seed gives the same facts."
        },
        mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
    private static final int TELL_EVERY = 500_000;
    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int customers;

    @Option(
            names = "--facts",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "How many of all customers together. Default: ${DEFAULT-VALUE}.")
    private int facts;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "A new data directory.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (Files.exists(data)) {
            throw new ParameterException(spec.commandLine(), data + " is there already");
        }
        long start = System.nanoTime();
        long[] told = {0};
        ledger().writeTo(data.toAbsolutePath().normalize(), written -> {
            if (written - told[0] >= TELL_EVERY || written == facts) {
                told[0] = written;
                tell(written, Duration.ofNanos(System.nanoTime() - start));
            }
        });
        spec.commandLine().getOut().printf(Locale.ROOT, "done after %.1f s%n", (System.nanoTime() - start) / NANOS);
        return 0;
    }

    private GeneratedLedger ledger() {
        try {
            return new GeneratedLedger(new DataSet(customers, facts, seed));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void tell(long written, Duration since) {
        var out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%,d facts, %,.0f a second%n", written, written * NANOS / Math.max(1, since.toNanos()));
        out.flush();
    }
}
