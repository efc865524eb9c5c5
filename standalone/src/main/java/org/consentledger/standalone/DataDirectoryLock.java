package org.consentledger.standalone;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.consentledger.standalone.postgres.OwnerOnly;

/**
 * The right to work in a data directory: one process has it, and loses it however it ends.
 *
 * <p>The file stays when the lock is released; removing it would let two processes hold locks on two files of one
 * name.
 */
final class DataDirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of the directory.
     *
     * @throws StartRefused where a process has it
     */
    static DataDirectoryLock take(DataDirectory directory) throws IOException {
        var lock = tryToTake(directory);
        if (lock.isEmpty()) {
            throw new StartRefused(directory.root() + " is in use by another process ("
                    + Files.readString(directory.lock()).strip() + ")");
        }
        return lock.get();
    }

    /** Takes the lock of the directory; empty where a process has it, be it this one. */
    static Optional<DataDirectoryLock> tryToTake(DataDirectory directory) throws IOException {
        var channel = FileChannel.open(directory.lock(), Set.of(CREATE, WRITE), OwnerOnly.fileMode(directory.root()));
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return Optional.of(new DataDirectoryLock(channel));
            }
        } catch (OverlappingFileLockException _) {
            // This process has it; a channel closed here would give up its lock.
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
