package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.directory.CheckpointLine;
import org.consentledger.ledger.directory.CosignatureLine;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.directory.Lines;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence of bundles says, a line at a time and in its order; the first that cannot be read is told and ends it.
 */
final class ExportedLines<T> implements Iterator<T>, AutoCloseable {
    private final ExportLayout layout;
    private final Function<TilePath.Entries, Path> files;
    private final Function<byte[], T> parse;
    private final long count;
    private final Findings findings;
    private long read;
    private @Nullable Lines bundle;
    private @Nullable T next;

    private ExportedLines(
            ExportLayout layout,
            Function<TilePath.Entries, Path> files,
            Function<byte[], T> parse,
            long count,
            Findings findings) {
        this.layout = layout;
        this.files = files;
        this.parse = parse;
        this.count = count;
        this.findings = findings;
        this.next = readNext();
    }

    /**
     * The checkpoints, as notes.
     *
     * @param count as asserted
     */
    static ExportedLines<String> checkpoints(ExportLayout layout, long count, Findings findings) {
        return new ExportedLines<>(
                layout, layout::checkpoints, line -> CheckpointLine.parse(line).note(), count, findings);
    }

    /** @param count as asserted */
    static ExportedLines<CosignatureLine> cosignatures(ExportLayout layout, long count, Findings findings) {
        return new ExportedLines<>(layout, layout::cosignatures, CosignatureLine::parse, count, findings);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        var value = next;
        if (value == null) {
            throw new NoSuchElementException();
        }
        next = readNext();
        return value;
    }

    private @Nullable T readNext() {
        if (read == count) {
            return null;
        }
        var file = files.apply(ExportLayout.bundle(read / TileGeometry.WIDTH, count));
        try {
            if (bundle == null) {
                bundle = Lines.of(file);
            }
            byte[] line = bundle.next();
            if (line == null) {
                throw new LineRejected("ends early");
            }
            T value = parse.apply(line);
            read++;
            if (read == count || read % TileGeometry.WIDTH == 0) {
                endBundle(bundle);
            }
            return value;
        } catch (NoSuchFileException _) {
            findings.add(Damage.FILE_MISSING, Finding.NOWHERE, layout.name(file) + " is missing");
        } catch (LineRejected e) {
            findings.add(Damage.FILE_MALFORMED, Finding.NOWHERE, layout.name(file) + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read = count;
        return null;
    }

    private void endBundle(Lines lines) throws IOException {
        boolean more = lines.next() != null;
        close();
        if (more) {
            throw new LineRejected("holds more than it should");
        }
    }

    @Override
    public void close() throws IOException {
        if (bundle != null) {
            bundle.close();
            bundle = null;
        }
    }
}
