package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which ledger a verb works on: that of a data directory, or the one in another database. */
final class LedgerOptions {
    private static final String DEFAULT_DATA = "data";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory, whether a product runs on it or not. Default: " + DEFAULT_DATA + ".")
    private @Nullable Path data;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "Another database, as jdbc:postgresql://….")
    private @Nullable String jdbcUrl;

    @Option(names = "--user", paramLabel = "NAME", description = "The user of that database.")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file with that user's password.")
    private @Nullable Path passwordFile;

    /**
     * Opens it; what is opened is closed with the parts.
     *
     * @throws ParameterException where the options contradict each other
     */
    OpenedLedger open(OpenedParts parts) throws Exception {
        if (jdbcUrl == null) {
            if (user != null || passwordFile != null) {
                throw wrong("--user and --password-file go with --jdbc-url");
            }
            return OpenedLedger.ofDirectory(new DataDirectory(data == null ? Path.of(DEFAULT_DATA) : data), parts);
        }
        if (data != null) {
            throw wrong("either --data or --jdbc-url");
        }
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw wrong("--jdbc-url begins with jdbc:postgresql:");
        }
        return OpenedLedger.ofDatabase(jdbcUrl, user, password());
    }

    private @Nullable String password() {
        try {
            return passwordFile == null ? null : Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw wrong("--password-file cannot be read: " + e.getMessage());
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
