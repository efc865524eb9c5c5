package org.consentledger.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the keys of a ledger lie that a verb writes to. */
final class LedgerKeysOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--keys", paramLabel = "DIR", description = "With --jdbc-url: the keys directory of the ledger.")
    private @Nullable Path keys;

    /** @throws ParameterException where it is not said, or said though the data directory has them */
    Path of(OpenedLedger opened) {
        if (opened.keysDirectory().isPresent()) {
            if (keys != null) {
                throw wrong("--keys goes with --jdbc-url");
            }
            return opened.keysDirectory().get();
        }
        if (keys == null || !Files.isDirectory(keys)) {
            throw wrong("--jdbc-url needs --keys, the directory with the keys of that ledger");
        }
        return keys;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
