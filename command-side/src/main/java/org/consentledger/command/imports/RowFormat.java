package org.consentledger.command.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.consentledger.command.platform.StrictBodies;

/** How the rows of a file are written; always in UTF-8, with or without a byte order mark. */
public enum RowFormat {
    /** RFC 4180, lines ended by CRLF or LF, with a header row that names the columns. */
    CSV("text/csv", "csv") {
        @Override
        Rows open(Path file, Place after, StrictBodies bodies) throws IOException {
            return CsvRows.open(file, after);
        }

        @Override
        RejectsForm rejects(SourceBytes source, OutputStream out) {
            return new CsvRejects(source, out);
        }
    },
    /** One JSON object a line. */
    JSON_LINES("application/x-ndjson", "jsonl") {
        @Override
        Rows open(Path file, Place after, StrictBodies bodies) throws IOException {
            return JsonRows.open(file, after, bodies);
        }

        @Override
        RejectsForm rejects(SourceBytes source, OutputStream out) {
            return new JsonRejects(source, out);
        }
    };

    private final String mediaType;
    private final String extension;

    RowFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Without parameters, in lower case. */
    public String mediaType() {
        return mediaType;
    }

    /** Of the names of such files, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Opens a file behind a row that was read before.
     *
     * @throws org.consentledger.command.platform.Malformed where the file has no header that makes sense
     */
    abstract Rows open(Path file, Place after, StrictBodies bodies) throws IOException;

    abstract RejectsForm rejects(SourceBytes source, OutputStream out);
}
