package org.consentledger.command.imports;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.consentledger.command.platform.OwnerOnly;

/**
 * The rows that were rejected, each with its reason and byte for byte as it was. It may hold personal data: its owner
 * alone can read it. As long as it is open, no other import can write it.
 */
final class RejectsFile implements Closeable {
    private final SourceBytes source;
    private final FileChannel file;
    private final BufferedOutputStream out;
    private final RejectsForm form;

    private RejectsFile(RowFormat format, SourceBytes source, FileChannel file) {
        this.source = source;
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file));
        this.form = format.rejects(source, out);
    }

    /** @throws ImportStopped where another import writes it */
    static RejectsFile open(ImportFiles files) throws IOException {
        var file = FileChannel.open(
                files.rejects(),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnly.file(files.rejects()));
        try {
            lock(file, files.rejects());
            return new RejectsFile(files.format(), SourceBytes.of(files.source()), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException _) {
            // This process has it.
        }
        throw new ImportStopped("another import writes " + path);
    }

    /** Forgets all that is there. */
    void begin(Place header) throws IOException {
        file.truncate(0);
        form.writeHeader(header);
    }

    /**
     * Goes on behind what is known to be good.
     *
     * @return false where so much is not there
     */
    boolean goOn(long good) throws IOException {
        if (file.size() < good) {
            return false;
        }
        file.truncate(good).position(good);
        return true;
    }

    void add(Reject reject, Place place) throws IOException {
        form.write(reject, place);
    }

    /** Puts everything on the disk; answers its length. */
    long force() throws IOException {
        out.flush();
        file.force(false);
        return file.position();
    }

    @Override
    public void close() throws IOException {
        try (file;
                source) {
            out.flush();
        }
    }
}
