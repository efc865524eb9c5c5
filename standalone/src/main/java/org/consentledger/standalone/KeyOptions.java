package org.consentledger.standalone;

import java.util.List;
import org.consentledger.ledger.note.SignatureType;
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

    /** @throws ParameterException where one is no key, or that of a witness */
    List<VerifierKey> read() {
        var read = VerifierKeys.read(spec, "--key", keys);
        read.stream()
                .filter(key -> key.type() != SignatureType.ED25519)
                .findFirst()
                .ifPresent(key -> {
                    throw new ParameterException(
                            spec.commandLine(), "--key: that is a witness's key, not a ledger's: " + key);
                });
        return read;
    }
}
