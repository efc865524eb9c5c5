package org.consentledger.ledger.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consentledger.ledger.keys.SecretDirectory;

/**
 * Who was erased, in a file outside the database: so an erasure outlives a restore of the database to before it. Each is
 * a line, appended and flushed before the erasure is answered, and never changed. All processes of a ledger share it.
 */
public final class ErasureMemory {
    private final SecretDirectory directory;
    private final String file;

    public ErasureMemory(Path file) {
        var absolute = file.toAbsolutePath();
        this.directory = new SecretDirectory(absolute.resolveSibling(""));
        this.file = absolute.getFileName().toString();
    }

    /** Whether it was ever begun; from then on the file is there, though perhaps empty. */
    boolean isBegun() {
        return directory.has(file);
    }

    /**
     * Returns when they are on the disk.
     *
     * @throws UncheckedIOException where that is not certain; the next start finds them in the ledger
     */
    public void remember(List<RememberedErasure> erasures) {
        try {
            directory.append(
                    file,
                    erasures.stream().map(erasure -> erasure.line() + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("an erasure cannot be remembered", e);
        }
    }

    /** All that are remembered, in the order in which they were written. */
    List<RememberedErasure> all() {
        return lines().stream()
                .map(RememberedErasure::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many lines say nothing, torn by a crash or damaged since. */
    long damaged() {
        return lines().stream()
                .filter(line -> RememberedErasure.parse(line).isEmpty())
                .count();
    }

    private List<String> lines() {
        try {
            return directory.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of erasures cannot be read", e);
        }
    }
}
