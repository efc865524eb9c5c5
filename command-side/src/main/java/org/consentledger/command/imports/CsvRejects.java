package org.consentledger.command.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The reason's columns come first, so that a row whose quotes are broken does not hide its own reason. */
final class CsvRejects implements RejectsForm {
    /** The columns that come before those of the source; an import passes them over. */
    static final List<String> COLUMNS = List.of("rejectedLine", "rejectedCode", "rejectedMessage");

    private final SourceBytes source;
    private final OutputStream out;

    CsvRejects(SourceBytes source, OutputStream out) {
        this.source = source;
        this.out = out;
    }

    @Override
    public void writeHeader(Place header) throws IOException {
        source.copy(0, source.byteOrderMark(), out);
        writeLine(COLUMNS, header);
    }

    @Override
    public void write(Reject reject, Place place) throws IOException {
        writeLine(List.of(Long.toString(reject.line()), reject.code().name(), reject.message()), place);
    }

    private void writeLine(List<String> reason, Place place) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(reason);
        }
        out.write(text.toString().stripTrailing().concat(",").getBytes(StandardCharsets.UTF_8));
        source.copyText(place, out);
        byte[] lineEnd = source.lineEnd(place);
        out.write(lineEnd.length == 0 ? new byte[] {'\n'} : lineEnd);
    }
}
