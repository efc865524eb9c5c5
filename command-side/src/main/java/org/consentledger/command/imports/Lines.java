package org.consentledger.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.consentledger.command.platform.Body;
import org.jspecify.annotations.Nullable;

/** The lines of a file with their places. However long a line is, little of it is held. */
final class Lines implements Closeable {
    /** A row may be as large as a body. */
    static final int LONGEST = Body.SMALL;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long offset;
    private long number;

    private Lines(FileChannel file, long offset, long number) {
        this.file = file;
        this.offset = offset;
        this.number = number;
    }

    /**
     * A line.
     *
     * @param bytes with its line end; {@code null} where they are more than {@link #LONGEST}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(Place place, byte @Nullable [] bytes) {
        boolean isEmpty() {
            return bytes != null && bytes.length <= 2 && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    /** Opens a file behind a row; a byte order mark belongs to no line. */
    static Lines open(Path path, Place after) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            long offset = Math.max(after.end(), byteOrderMark(file));
            file.position(offset);
            return new Lines(file, offset, after.nextLine());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The length of the byte order mark with which the file begins; 0 without one. */
    static int byteOrderMark(FileChannel file) throws IOException {
        var beginning = ByteBuffer.allocate(BYTE_ORDER_MARK.length);
        file.read(beginning, 0);
        return Arrays.equals(beginning.array(), BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }

    /** The next line; {@code null} behind the last one. */
    @Nullable
    Line next() throws IOException {
        var line = putBack.poll();
        return line == null ? read() : line;
    }

    /** These lines come next once more, in this order. */
    void putBack(List<Line> lines) {
        lines.reversed().forEach(putBack::push);
    }

    private @Nullable Line read() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        long length = 0;
        boolean ended = false;
        while (!ended && (buffer.hasRemaining() || fill())) {
            int stop = lineEnd();
            ended = buffer.get(stop - 1) == '\n';
            int taken = stop - buffer.position();
            if (length + taken <= LONGEST) {
                bytes.write(buffer.array(), buffer.position(), taken);
            }
            length += taken;
            buffer.position(stop);
        }
        if (length == 0) {
            return null;
        }
        var line = new Line(new Place(number, 1, offset, length), length <= LONGEST ? bytes.toByteArray() : null);
        offset += length;
        number++;
        return line;
    }

    /** The place behind the next line feed in the buffer, or the buffer's end. */
    private int lineEnd() {
        for (int at = buffer.position(); at < buffer.limit(); at++) {
            if (buffer.get(at) == '\n') {
                return at + 1;
            }
        }
        return buffer.limit();
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read = file.read(buffer);
        buffer.flip();
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
