package org.consentledger.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.command.imports.Lines.Line;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values under a header; empty lines are passed over.
 *
 * <p>A quote that nobody closed would make one row of all the lines up to the next quote. So where several lines
 * together are no row with as many fields as the header has, the first of them is a row, a broken one, and the others
 * are looked at anew.
 */
final class CsvRows implements Rows {
    private final Lines lines;
    private final CsvHeader header;

    private CsvRows(Lines lines, CsvHeader header) {
        this.lines = lines;
        this.header = header;
    }

    static CsvRows open(Path file, Place after) throws IOException {
        CsvHeader header;
        try (var beginning = Lines.open(file, Place.START)) {
            header = CsvHeader.of(beginning.next());
        }
        return new CsvRows(Lines.open(file, after.end() > header.place().end() ? after : header.place()), header);
    }

    @Override
    public @Nullable Row next() throws IOException {
        var line = lines.next();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        byte[] bytes = line.bytes();
        if (bytes == null) {
            return new Row.Illegible(line.place(), new CommandRejected(Code.TOO_LARGE, Lines.LONGEST));
        }
        var several = CsvRecords.leavesQuoteOpen(bytes) ? several(line, bytes) : null;
        return several == null ? row(line.place(), bytes) : several;
    }

    /** The row that begins in this line and ends in a later one; {@code null} where there is none. */
    private @Nullable Row several(Line first, byte[] firstBytes) throws IOException {
        var more = new ArrayList<Line>();
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(firstBytes);
        boolean open = true;
        while (open && whole.size() <= Lines.LONGEST) {
            var line = lines.next();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.bytes() == null) {
                break;
            }
            whole.writeBytes(line.bytes());
            open = !CsvRecords.leavesQuoteOpen(line.bytes());
        }
        var fields = open || whole.size() > Lines.LONGEST ? null : CsvRecords.one(whole.toByteArray());
        if (fields == null || fields.size() != header.width()) {
            lines.putBack(more);
            return null;
        }
        var place = first.place();
        return row(new Place(place.line(), more.size() + 1L, place.offset(), whole.size()), fields);
    }

    private Row row(Place place, byte[] bytes) {
        var fields = CsvRecords.one(bytes);
        return fields == null ? new Row.Illegible(place, new Malformed("", Fault.NOT_CSV)) : row(place, fields);
    }

    private Row row(Place place, List<String> fields) {
        try {
            return new Row.Legible(place, header.members(fields));
        } catch (Malformed fault) {
            return new Row.Illegible(place, fault);
        }
    }

    @Override
    public String placeOf(String pointer) {
        return pointer.isEmpty() ? pointer : CsvHeader.columnOf(pointer);
    }

    @Override
    public Place header() {
        return header.place();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
