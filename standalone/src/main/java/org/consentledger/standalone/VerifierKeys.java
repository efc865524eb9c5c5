package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.VerifierKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Verifier keys as a person gives them: each as text, or as a file with one a line. */
final class VerifierKeys {
    private VerifierKeys() {}

    /** @throws ParameterException where one is no key, or a file holds none: an option that says nothing is a mistake */
    static List<VerifierKey> read(CommandSpec spec, String option, List<String> given) {
        var read = new ArrayList<VerifierKey>();
        for (String key : given) {
            try {
                var lines = key.contains("+") ? List.of(key) : Files.readAllLines(Path.of(key));
                if (lines.isEmpty()) {
                    throw new ParameterException(spec.commandLine(), option + " " + key + ": there is no key in it");
                }
                lines.stream().map(VerifierKey::parse).forEach(read::add);
            } catch (NoteRejected | IOException e) {
                throw new ParameterException(spec.commandLine(), option + " " + key + ": " + e.getMessage());
            }
        }
        return read;
    }
}
