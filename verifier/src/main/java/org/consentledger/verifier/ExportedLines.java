package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.directory.CheckpointLine;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.directory.Lines;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/** The checkpoints of an export in their order; the first that cannot be read is told and ends them. */
final class ExportedCheckpoints implements Iterator<String>, AutoCloseable {
    private final ExportLayout layout;
    private final long count;
    private final Findings findings;
    private long read;
    private @Nullable Lines bundle;
    private @Nullable String next;

    /** @param count as asserted */
    ExportedCheckpoints(ExportLayout layout, long count, Findings findings) {
        this.layout = layout;
        this.count = count;
        this.findings = findings;
        this.next = readNext();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public String next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        String note = next;
        next = readNext();
        return note;
    }

    private @Nullable String readNext() {
        if (read == count) {
            return null;
        }
        var path = ExportLayout.bundle(read / TileGeometry.WIDTH, count);
        var file = layout.checkpoints(path);
        try {
            if (bundle == null) {
                bundle = Lines.of(file);
            }
            byte[] line = bundle.next();
            if (line == null) {
                throw new LineRejected("ends early");
            }
            String note = CheckpointLine.parse(line).note();
            read++;
            if (read == count || read % TileGeometry.WIDTH == 0) {
                endBundle(bundle);
            }
            return note;
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
