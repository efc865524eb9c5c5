package org.consentledger.command.imports;

import java.io.IOException;
import java.nio.file.Path;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.StrictBodies;
import org.jspecify.annotations.Nullable;

/** Rows that are JSON objects, one a line (RFC 8259); empty lines are passed over. */
final class JsonRows implements Rows {
    private final Lines lines;
    private final StrictBodies bodies;

    private JsonRows(Lines lines, StrictBodies bodies) {
        this.lines = lines;
        this.bodies = bodies;
    }

    static JsonRows open(Path file, Place after, StrictBodies bodies) throws IOException {
        return new JsonRows(Lines.open(file, after), bodies);
    }

    @Override
    public @Nullable Row next() throws IOException {
        var line = lines.next();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        return line == null ? null : row(line);
    }

    private Row row(Lines.Line line) {
        if (line.bytes() == null) {
            return new Row.Illegible(line.place(), new CommandRejected(Code.TOO_LARGE, Lines.LONGEST));
        }
        try {
            return new Row.Legible(line.place(), bodies.object(line.bytes()));
        } catch (Malformed fault) {
            return new Row.Illegible(line.place(), fault);
        }
    }

    @Override
    public String placeOf(String pointer) {
        return pointer;
    }

    @Override
    public Place header() {
        return Place.START;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
