package org.consentledger.standalone;

import java.util.List;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The witnesses that the reader trusts, and how many of them he asks for. */
final class QuorumOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--witness",
            paramLabel = "VKEY",
            description = "The verifier key of a witness, or a file with one a line; may be repeated.")
    private List<String> witnesses = List.of();

    @Option(
            names = "--quorum",
            paramLabel = "N",
            description = "How many of these witnesses must have cosigned. Default: all of them.")
    private @Nullable Integer needed;

    /** @throws ParameterException where one is no witness's key, or as many cannot cosign */
    Quorum read() {
        var keys = VerifierKeys.read(spec, "--witness", witnesses);
        int quorum = needed == null ? keys.size() : needed;
        try {
            if (needed != null && quorum == 0) {
                throw new ParameterException(spec.commandLine(), "--quorum is at least 1");
            }
            return new Quorum(keys, quorum);
        } catch (NoteRejected e) {
            throw new ParameterException(spec.commandLine(), "--witness, --quorum: " + e.getMessage());
        }
    }
}
