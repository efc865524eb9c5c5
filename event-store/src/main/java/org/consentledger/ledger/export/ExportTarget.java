package org.consentledger.ledger.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.ledger.directory.Assertion;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;

/**
 * The directory that an export is written into. A file is there whole or not at all; one that is there already is
 * compared and kept. Until all that was added is written, nothing that was there before is changed: where the ledger
 * turns out to say something else, the export from before still stands.
 */
final class ExportTarget {
    private static final String DRAFT = ".draft";

    private final ExportLayout layout;
    private final Optional<Assertion> before;
    private final List<Path> superseded = new ArrayList<>();
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

    /**
     * Writes a file that never changes once the ledger has reached its end.
     *
     * @throws ExportRefused where there are other bytes in it; a torn one, which is the beginning of these, is completed
     */
    void put(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file)) {
            write(file, bytes);
            return;
        }
        byte[] there = beginningOf(bytes, file);
        if (there.length == bytes.length) {
            kept++;
        } else {
            write(file, bytes);
        }
    }

    /**
     * Writes a bundle, full or not. The shorter ones of its name must be beginnings of it, and are removed once all is
     * written.
     *
     * @param fullName of the bundle that it is or will become
     * @throws ExportRefused where one of them says something else
     */
    void put(Path file, Path fullName, byte[] bytes) throws IOException {
        put(file, bytes);
        Path partials = partialsOf(fullName);
        if (!Files.isDirectory(partials)) {
            return;
        }
        try (var there = Files.list(partials)) {
            for (Path partial : there.filter(path -> !path.equals(file)).toList()) {
                beginningOf(bytes, partial);
                superseded.add(partial);
            }
        }
    }

    private static Path partialsOf(Path fullName) {
        return fullName.resolveSibling(fullName.getFileName() + ".p");
    }

    /** What is in the file, the beginning of these bytes. */
    private static byte[] beginningOf(byte[] bytes, Path file) throws IOException {
        byte[] there = Files.readAllBytes(file);
        if (there.length > bytes.length || !Arrays.equals(there, Arrays.copyOf(bytes, there.length))) {
            throw new ExportRefused(file + " is not what the ledger holds now: one of the two was changed since");
        }
        return there;
    }

    /** From now on, and until {@link #complete}, the directory asserts nothing. Whatever was asserted held until here. */
    void begin() throws IOException {
        Files.deleteIfExists(layout.assertion());
    }

    /** Replaces a file that changes as the ledger grows. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(".").normalize());
        Path draft = layout.root().resolve("file" + DRAFT);
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The last file: all others are written. */
    void complete(Assertion assertion) throws IOException {
        for (Path partial : superseded) {
            Files.delete(partial);
            removeWhereEmpty(Objects.requireNonNull(partial.getParent()));
        }
        write(layout.assertion(), assertion.encode());
        try (var channel = FileChannel.open(layout.assertion(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void removeWhereEmpty(Path folder) throws IOException {
        try (var rest = Files.list(folder)) {
            if (rest.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
