package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.timestamp.TimestampAudit;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;

/** The time stamps of an export; one of whose two files one is missing, or is no text, counts as gone. */
record ExportedTimestamps(ExportLayout layout) implements TimestampAudit.Kept {
    @Override
    public Optional<TimestampedCheckpoint> at(long number) {
        try {
            byte[] note = Files.readAllBytes(layout.timestamped(number));
            byte[] token = Files.readAllBytes(layout.token(number));
            String text = new String(note, StandardCharsets.UTF_8);
            // What is stamped are the file's bytes, not what is left of them where they are not UTF-8.
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), note)
                    ? Optional.of(new TimestampedCheckpoint(text, token))
                    : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything is there under this number. */
    boolean has(long number) {
        return Files.exists(layout.timestamped(number)) || Files.exists(layout.token(number));
    }
}
