package org.consentledger.standalone;

import java.util.List;
import org.consentledger.ledger.note.VerifierKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys of the ledger that the reader trusts. */
final class KeyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "A verifier key of the ledger (NAME+ID+BASE64) or a file with one a line; may be repeated.")
    private List<String> keys = List.of();

    /** @throws ParameterException where one is no key */
    List<VerifierKey> read() {
        return VerifierKeys.read(spec, "--key", keys);
    }
}
