package org.consentledger.console.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison table (新旧対照表) as the query side tells it; as far as pages show it. */
public record Comparison(List<Row> rows) {
    private static final String ELIDED = "ELIDED";

    /**
     * A provision beside its older self; a side that has none has no segments.
     *
     * @param remark {@code CHANGED}, {@code ADDED}, {@code DELETED}, {@code MOVED} or {@code ELIDED}
     */
    public record Row(
            String remark,
            String path,
            @Nullable List<Segment> newSegments,
            @Nullable List<Segment> oldSegments) {

        public List<Segment> now() {
            return newSegments == null ? List.of() : newSegments;
        }

        public List<Segment> before() {
            return oldSegments == null ? List.of() : oldSegments;
        }
    }

    /** @param change {@code SAME}, {@code INSERTED} or {@code DELETED} */
    public record Segment(String change, String text) {}

    /** What somebody reads who wants to know what changed. */
    public List<Row> changes() {
        return rows.stream().filter(row -> !row.remark().equals(ELIDED)).toList();
    }
}
