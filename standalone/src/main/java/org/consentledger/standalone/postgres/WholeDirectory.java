package org.consentledger.standalone.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory that is there with all its content or not at all, wherever the process is killed. */
final class WholeDirectory {
    private WholeDirectory() {}

    /** Fills {@code <directory>.partial}, from nothing each time, and renames it. */
    static void create(Path directory, Filling filling) throws IOException, InterruptedException {
        var partial = directory.resolveSibling(directory.getFileName() + ".partial");
        if (Files.exists(partial)) {
            delete(partial);
        }
        filling.fill(partial);
        Files.move(partial, directory, ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Creates the directory it is given. */
    @FunctionalInterface
    interface Filling {
        void fill(Path partial) throws IOException, InterruptedException;
    }
}
