package org.consentledger.console.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison table (新旧対照表) as the query side tells it; as far as pages show it. */
public record Comparison(List<Row> rows) {
    private static final String ELIDED = "ELIDED";

    /**
     * A provision beside its older self; a side that has none has no segments.
     *
     * @param remark {@code CHANGED}, {@code ADDED}, {@code DELETED}, {@code MOVED} or {@code ELIDED}
     * @param newer what the newer side says; a mark of omission where it leaves the provision out
     * @param older the same of the older side
     */
    public record Row(
            String remark,
            String path,
            @JsonProperty("new") @Nullable String newer,
            @JsonProperty("old") @Nullable String older,
            @Nullable List<Segment> newSegments,
            @Nullable List<Segment> oldSegments) {

        public List<Segment> now() {
            return said(newSegments, newer);
        }

        public List<Segment> before() {
            return said(oldSegments, older);
        }

        private List<Segment> said(@Nullable List<Segment> segments, @Nullable String text) {
            if (segments != null && !segments.isEmpty()) {
                return segments;
            }
            return isElided() && text != null ? List.of(new Segment("SAME", text)) : List.of();
        }

        private boolean isElided() {
            return remark.equals(ELIDED);
        }

        /** Whether both editions leave the same out, which stands in a table for all that stayed as it was. */
        private boolean isLeftOutOfBoth() {
            return isElided() && Objects.equals(newer, older);
        }
    }

    /** @param change {@code SAME}, {@code INSERTED} or {@code DELETED} */
    public record Segment(String change, String text) {}

    /** What somebody reads who wants to know what changed; also what one edition says in words and the other leaves out. */
    public List<Row> changes() {
        return rows.stream().filter(row -> !row.isLeftOutOfBoth()).toList();
    }
}
