package org.consentledger.command.imports;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of the file that is imported, as they are. */
final class SourceBytes implements Closeable {
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(Lines.LONGEST);

    private SourceBytes(FileChannel file) {
        this.file = file;
    }

    static SourceBytes of(Path path) throws IOException {
        return new SourceBytes(FileChannel.open(path, StandardOpenOption.READ));
    }

    int byteOrderMark() throws IOException {
        return Lines.byteOrderMark(file);
    }

    /** Copies a stretch, however long it is. */
    void copy(long offset, long length, OutputStream out) throws IOException {
        for (long at = offset; at < offset + length; at += buffer.limit()) {
            read(at, (int) Math.min(Lines.LONGEST, offset + length - at));
            out.write(buffer.array(), 0, buffer.limit());
        }
    }

    /** The row without its line end. */
    void copyText(Place place, OutputStream out) throws IOException {
        copy(place.offset(), place.length() - lineEnd(place).length, out);
    }

    /** What ends the row's last line; nothing where the file ends with it. */
    byte[] lineEnd(Place place) throws IOException {
        int length = (int) Math.min(2, place.length());
        read(place.end() - length, length);
        if (buffer.get(length - 1) != '\n') {
            return new byte[0];
        }
        return length == 2 && buffer.get(0) == '\r' ? new byte[] {'\r', '\n'} : new byte[] {'\n'};
    }

    private void read(long offset, int length) throws IOException {
        buffer.clear().limit(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was imported");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
