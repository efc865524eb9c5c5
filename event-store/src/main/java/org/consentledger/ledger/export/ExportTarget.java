package org.consentledger.ledger.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.consentledger.ledger.directory.Assertion;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;

/**
 * The directory that an export is written into. A file is there whole or not at all; one that is there already is
 * compared and kept.
 */
final class ExportTarget {
    private static final String DRAFT = ".draft";

    private final ExportLayout layout;
    private final Optional<Assertion> before;
    private long kept;

    private ExportTarget(ExportLayout layout, Optional<Assertion> before) {
        this.layout = layout;
        this.before = before;
    }

    /** @throws ExportRefused where something else is in that directory */
    static ExportTarget open(Path directory) throws IOException {
        var layout = new ExportLayout(directory);
        Files.createDirectories(directory);
        if (Files.exists(layout.assertion())) {
            return new ExportTarget(layout, Optional.of(assertion(layout)));
        }
        try (var there = Files.list(directory)) {
            var foreign = there.map(path -> path.getFileName().toString())
                    .filter(name -> !ExportLayout.NAMES.contains(name) && !name.endsWith(DRAFT))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new ExportRefused(directory + " holds something else: " + foreign.get());
            }
        }
        return new ExportTarget(layout, Optional.empty());
    }

    private static Assertion assertion(ExportLayout layout) throws IOException {
        try {
            return Assertion.parse(Files.readAllBytes(layout.assertion()));
        } catch (LineRejected e) {
            throw new ExportRefused(layout.assertion() + " is none of ours: " + e.getMessage());
        }
    }

    /** What a complete export that was here before asserts. */
    Optional<Assertion> before() {
        return before;
    }

    /** How many files were there already. */
    long kept() {
        return kept;
    }

    /** From now on, and until {@link #complete}, the directory asserts nothing. */
    void begin() throws IOException {
        Files.deleteIfExists(layout.assertion());
    }

    /**
     * Writes a file that never changes once the ledger has reached its end.
     *
     * @throws ExportRefused where a complete export had other bytes in it
     */
    void put(Path file, byte[] bytes) throws IOException {
        if (isThere(file, bytes)) {
            kept++;
        } else {
            write(file, bytes);
        }
    }

    private boolean isThere(Path file, byte[] bytes) throws IOException {
        try {
            if (Arrays.equals(Files.readAllBytes(file), bytes)) {
                return true;
            }
        } catch (NoSuchFileException _) {
            return false;
        }
        if (before.isPresent()) {
            throw new ExportRefused(file + " is not what the ledger holds now: one of the two was changed since");
        }
        return false;
    }

    /** Replaces a file that changes as the ledger grows. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(".").normalize());
        Path draft = layout.root().resolve("file" + DRAFT);
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the partial bundles of this name but for one: they are beginnings of what is there now. */
    void removeShorter(Path fullName, Path present) throws IOException {
        Path partials = fullName.resolveSibling(fullName.getFileName() + ".p");
        if (!Files.isDirectory(partials)) {
            return;
        }
        try (var there = Files.list(partials)) {
            for (Path partial : there.filter(path -> !path.equals(present)).toList()) {
                Files.delete(partial);
            }
        }
        if (!present.startsWith(partials)) {
            Files.delete(partials);
        }
    }

    /** The last file: all others are written. */
    void complete(Assertion assertion) throws IOException {
        write(layout.assertion(), assertion.encode());
        try (var channel = FileChannel.open(layout.assertion(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
