package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which ledger a verb works on that must have it for itself. */
final class StoppedLedgerOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Where everything is kept.")
    private Path data = Path.of("data");

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "A PostgreSQL of yours instead, with user and password in the URL; needs --keys.")
    private @Nullable String jdbcUrl;

    @Option(names = "--keys", paramLabel = "DIR", description = "With --jdbc-url: where the signer's keys are.")
    private @Nullable Path keys;

    /**
     * Opens it.
     *
     * @param progress told, in a sentence each, what takes longer than usual
     * @throws StartRefused where a product is running on it
     */
    StoppedLedger open(Consumer<String> progress) throws IOException {
        if ((jdbcUrl == null) != (keys == null)) {
            throw new ParameterException(spec.commandLine(), "--jdbc-url and --keys go together");
        }
        try {
            return jdbcUrl == null || keys == null
                    ? StoppedLedger.in(new DataDirectory(data), progress)
                    : StoppedLedger.at(jdbcUrl, keys);
        } catch (SQLException e) {
            throw new StartRefused("the database does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
