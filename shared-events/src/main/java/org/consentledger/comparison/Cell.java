package org.consentledger.comparison;

import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.comparison.Segment.Change;
import org.jspecify.annotations.Nullable;

/**
 * One side of a row.
 *
 * @param headings what the provision stands under, outermost first
 * @param after what it was put behind, of a provision that was added or moved; {@code null} where the headings tell
 * @param segments what the provision says on this side, the changed words apart; without white space around; empty where this
 *     side has no such provision
 */
public record Cell(List<Heading> headings, @Nullable Heading after, List<Segment> segments) {
    /** There is text here that is not shown: it is the same on both sides, or this side leaves it out. */
    public static final Cell ELIDED = new Cell(List.of(), null, List.of(new Segment(Change.SAME, "(略)")));

    public Cell {
        headings = List.copyOf(headings);
        segments = List.copyOf(segments);
    }

    /** Whether this side has no such provision. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The words of the provision on this side, without its headings. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
