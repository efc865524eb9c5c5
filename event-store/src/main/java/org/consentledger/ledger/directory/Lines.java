package org.consentledger.ledger.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file read line by line, as bytes, each with its line end; a line at a time is in memory, and what was read ahead. */
public final class Lines implements AutoCloseable {
    /** A line of at most so many bytes is whole before it is offered. */
    private static final int AHEAD = 1 << 14;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean ended;

    /** Recognises a line by its bytes, where they stand. */
    @FunctionalInterface
    public interface Recognising {
        /**
         * Where the line that begins at {@code from} ends, behind its line end; negative where it is not recognised.
         *
         * @param to end of the bytes that were read, perhaps within the line
         */
        int end(byte[] bytes, int from, int to);
    }

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

    /** Passes over the next line where it is recognised, and says whether it is. */
    public boolean skip(Recognising line) throws IOException {
        if (to - from < AHEAD) {
            fill();
        }
        int end = line.end(buffer, from, to);
        if (end < 0) {
            return false;
        }
        from = end;
        return true;
    }

    /** Reads on, behind what is left; {@code false} where the file has ended. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = ended ? -1 : in.read(buffer, to, buffer.length - to);
        ended = read < 0;
        to += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
