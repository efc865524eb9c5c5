package org.consentledger.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.provisions.Structure;

/**
 * The comparison table (新旧対照表) of two texts: what changed between them and nothing else. Derived, never stored as truth.
 *
 * @param rows in the order of the newer text, what was deleted where it stood; between those that change, ELIDED rows for
 *     what is left out
 * @param layout differences of white space alone (blank lines, line ends, indents), which change no words and have no row
 */
public record ComparisonTable(List<Row> rows, List<Edit> layout) {
    public ComparisonTable {
        rows = List.copyOf(rows);
        layout = List.copyOf(layout);
    }

    /**
     * Compares two texts.
     *
     * @param corrections what the author says about the identity of provisions
     * @throws IllegalArgumentException if a correction names a path that its text does not have, or one twice
     */
    public static ComparisonTable of(Structure older, Structure newer, List<Correction> corrections) {
        return of(Matching.of(older, newer, corrections));
    }

    /** Compares two texts whose provisions are matched already. */
    public static ComparisonTable of(Matching matching) {
        return new TableBuilder(matching).build();
    }

    /**
     * The newer text, made of the older one by the rows and the layout.
     *
     * @throws IllegalArgumentException if this is not the older text of this table
     */
    public String apply(String olderText) {
        var newer = new StringBuilder();
        int done = 0;
        for (var edit : edits()) {
            if (edit.from() < done || !olderText.startsWith(edit.removed(), edit.from())) {
                throw new IllegalArgumentException("this table compares another text");
            }
            newer.append(olderText, done, edit.from()).append(edit.inserted());
            done = edit.from() + edit.removed().length();
        }
        return newer.append(olderText, done, olderText.length()).toString();
    }

    private List<Edit> edits() {
        return Stream.concat(rows.stream().flatMap(row -> row.edits().stream()), layout.stream())
                .sorted(Comparator.comparingInt(Edit::place))
                .toList();
    }
}
