package org.consentledger.ledger.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file read line by line, as bytes, each with its line end; a line at a time is in memory. */
public final class Lines implements AutoCloseable {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    private Lines(InputStream in) {
        this.in = in;
    }

    public static Lines of(Path file) throws IOException {
        return new Lines(Files.newInputStream(file));
    }

    /** The next line; the last one may lack its line end; {@code null} where there is none. */
    public byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(2048);
        while (from < to || fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            boolean complete = end < to;
            int next = complete ? end + 1 : end;
            line.write(buffer, from, next - from);
            from = next;
            if (complete) {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
