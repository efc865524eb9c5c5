package org.consentledger.query.comparison;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/** An office document as bytes that are the same whenever the same table is asked for. */
final class OfficePackage {
    /** The earliest time that a ZIP file can state; it says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfficePackage() {}

    /** The time it states is when the ledger learned of the newer text, since the table is derived from it. */
    static byte[] bytes(POIXMLDocument document, Comparison comparison, String title) {
        var learned = Optional.of(Date.from(comparison.newer().recordedAt()));
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator("Consent Ledger");
        properties.setCreated(learned);
        properties.setModified(learned);
        try {
            var written = new ByteArrayOutputStream();
            document.write(written);
            return withoutTimes(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withoutTimes(byte[] zip) throws IOException {
        var bytes = new ByteArrayOutputStream(zip.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                out.putNextEntry(timeless);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
