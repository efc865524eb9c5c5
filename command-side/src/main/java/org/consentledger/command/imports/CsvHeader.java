package org.consentledger.command.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.consentledger.command.imports.Lines.Line;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of the columns, in the file's order.
 *
 * @param columns {@code null} for one of a rejects file that says why the row was rejected; it is passed over
 */
record CsvHeader(Place place, List<@Nullable Column> columns) {
    private static final String FIRST_LINE = "line:1";
    private static final EnumSet<Column> NEEDED = EnumSet.of(Column.KIND, Column.CUSTOMER_ID, Column.REFERENCE);

    /**
     * Reads the first line.
     *
     * @throws Malformed where it does not name columns that there are, each once
     */
    static CsvHeader of(@Nullable Line line) {
        byte[] bytes = line == null ? null : line.bytes();
        var fields = bytes == null ? null : CsvRecords.one(bytes);
        if (line == null || fields == null) {
            throw new Malformed(FIRST_LINE, Fault.NOT_CSV);
        }
        var columns = new ArrayList<@Nullable Column>();
        for (String name : fields) {
            columns.add(CsvRejects.COLUMNS.contains(name) ? null : column(name, columns));
        }
        NEEDED.stream().filter(needed -> !columns.contains(needed)).findFirst().ifPresent(missing -> {
            throw new Malformed(FIRST_LINE, Fault.COLUMN_MISSING, missing);
        });
        return new CsvHeader(line.place(), columns);
    }

    /** The unknown name is not repeated: without a header a person's name may stand there. */
    private static Column column(String name, List<@Nullable Column> before) {
        var column = Column.named(name)
                .orElseThrow(() -> new Malformed(FIRST_LINE, Fault.COLUMN_UNKNOWN, before.size() + 1, Column.names()));
        if (before.contains(column)) {
            throw new Malformed(FIRST_LINE, Fault.COLUMN_TWICE, column);
        }
        return column;
    }

    int width() {
        return columns.size();
    }

    /** The body that the fields of a row make. */
    ObjectNode members(List<String> fields) {
        if (fields.size() != width()) {
            throw new Malformed("", Fault.FIELDS_MISCOUNTED, width(), fields.size());
        }
        var members = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            var column = columns.get(i);
            if (column != null) {
                column.put(members, fields.get(i));
            }
        }
        return members;
    }

    /** The column whose value the pointer names, or the first one inside of what it names; else the pointer. */
    static String columnOf(String pointer) {
        String wanted = pointer + "/";
        return Arrays.stream(Column.values())
                .filter(column -> wanted.startsWith(column.pointer() + "/")
                        || column.pointer().startsWith(wanted))
                .findFirst()
                .map(Column::toString)
                .orElse(pointer);
    }
}
