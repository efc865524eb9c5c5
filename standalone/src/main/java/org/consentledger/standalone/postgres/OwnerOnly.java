package org.consentledger.standalone.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and directories that nobody but the owner may read: 0600 and 0700.
 *
 * <p>The modes are set as the file comes into being, so there is no moment at which others could open it. A file
 * system without POSIX modes keeps its own defaults.
 */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Creates the directory and its missing parents, these with the usual modes; leaves one that exists as it is. */
    public static void createDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        var parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(directory, mode(parent, "rwx------"));
    }

    /** Writes the text as UTF-8: after a crash the file holds all of it or is not there. */
    public static void write(Path file, String text) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (var channel = FileChannel.open(
                partial, Set.of(CREATE_NEW, WRITE), mode(file.toAbsolutePath().getParent(), "rw-------"))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(partial, file, ATOMIC_MOVE);
    }

    /** The attribute with which a file in that directory is created as 0600. */
    public static FileAttribute<?>[] fileMode(Path directory) {
        return mode(directory, "rw-------");
    }

    private static FileAttribute<?>[] mode(@Nullable Path where, String permissions) {
        var posix = where != null
                && where.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
