package org.consentledger.command.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** Where imports are kept. One process has it to itself: two would take up each other's imports. */
final class JobsDirectory implements AutoCloseable {
    private final Path path;
    private @Nullable FileChannel locked;

    JobsDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Whether it belongs to this process from now on; it is made where it is missing. */
    synchronized boolean isOurs() throws IOException {
        if (locked == null) {
            Files.createDirectories(path, OwnerOnly.directory(path));
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var channel = FileChannel.open(path.resolve("lock"), options, OwnerOnly.file(path));
            if (isLocked(channel)) {
                locked = channel;
            } else {
                channel.close();
            }
        }
        return locked != null;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** @throws CommandRejected {@code UNAVAILABLE} where it is another process's */
    Path ours() throws IOException {
        if (!isOurs()) {
            throw new CommandRejected(Code.UNAVAILABLE);
        }
        return path;
    }

    @Override
    public synchronized void close() throws IOException {
        if (locked != null) {
            locked.close();
        }
    }
}
