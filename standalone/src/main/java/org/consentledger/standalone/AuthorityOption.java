package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.consentledger.ledger.timestamp.TimestampRejected;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The time-stamping authority that the reader trusts. */
final class AuthorityOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--tsa-cert",
            paramLabel = "FILE",
            description = "The certificate of the time-stamping authority, or of who certifies it; PEM or DER."
                    + " Without it nobody's time stamps are trusted, and the verdict says so.")
    private @Nullable Path certificate;

    /**
     * Reads it; {@code null} where none is named.
     *
     * @throws ParameterException where the file is no certificate
     */
    @Nullable
    TrustedAuthority read() {
        try {
            return certificate == null ? null : TrustedAuthority.read(certificate);
        } catch (TimestampRejected | IOException e) {
            throw new ParameterException(spec.commandLine(), "--tsa-cert " + e.getMessage());
        }
    }
}
