package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.consentledger.standalone.postgres.OwnerOnly;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data directory that a former release left behind when it was stopped, and what it had answered. It holds the demo, an
 * acceptance taken by a clerk with a name, and a customer who left; the README beside it tells which release and how.
 */
final class FormerRelease {
    private static final Path KEPT = Path.of("src", "test", "resources", "former-release");

    private FormerRelease() {}

    /**
     * A question, and what it answered.
     *
     * @param path from the address of the product on
     */
    record Answer(String path, JsonNode answer) {}

    static List<Answer> answers() throws IOException {
        try (var lines = Files.lines(KEPT.resolve("answers.jsonl"))) {
            return lines.map(line -> JsonMapper.shared().readValue(line, Answer.class))
                    .toList();
        }
    }

    /** Puts it into the directory {@code data} there; nobody but its owner may read it. */
    static void unpackInto(Path parent) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(Files.newInputStream(KEPT.resolve("data.tar.xz"))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = parent.resolve(entry.getName());
                if (entry.isDirectory()) {
                    OwnerOnly.createDirectory(target);
                } else {
                    try (var file = Files.newOutputStream(Files.createFile(target, OwnerOnly.fileMode(parent)))) {
                        tar.transferTo(file);
                    }
                }
            }
        }
    }
}
