package org.consentledger.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load generator, which the product does not bring.
 *
 * @param version as it states it
 */
record PgbenchProgram(Path file, String version) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** On the PATH, or the newest where Debian puts it; empty where there is none that runs. */
    static Optional<PgbenchProgram> find() throws IOException, InterruptedException {
        var onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of);
        var files = Stream.concat(onPath, debian().stream())
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .toList();
        for (var file : files) {
            var version = version(file);
            if (version.isPresent()) {
                return Optional.of(new PgbenchProgram(file, version.get()));
            }
        }
        return Optional.empty();
    }

    private static List<Path> debian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.sorted(Comparator.comparing(
                                    (Path version) -> version.getFileName().toString())
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        }
    }

    /** Empty for a program that does not run, as Debian's wrapper without any PostgreSQL behind it. */
    private static Optional<String> version(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(file.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    }
}
