package org.consentledger.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.OwnerOnly;

/** Puts what a client sends on the disk, a little at a time. */
final class Upload {
    private static final int BUFFER = 1 << 16;

    private Upload() {}

    /**
     * Returns the number of bytes, once all of them are on the disk.
     *
     * @throws CommandRejected {@code TOO_LARGE} where they are more than that
     */
    static long write(InputStream in, Path file, long mostBytes) throws IOException {
        try (var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(file))) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (channel.size() > mostBytes) {
                    throw new CommandRejected(Code.TOO_LARGE, mostBytes);
                }
            }
            channel.force(true);
            return channel.size();
        }
    }
}
