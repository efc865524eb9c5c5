package org.consentledger.comparison;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One side of a row.
 *
 * @param headings what the provision stands under, outermost first: the caption and number of its article, 付則, and the
 *     numbers of what it is counted in with (略) for their words
 * @param segments what the provision says on this side, the changed words apart; without white space around
 */
public record Cell(List<String> headings, List<Segment> segments) {
    public Cell {
        headings = List.copyOf(headings);
        segments = List.copyOf(segments);
    }

    /** The words of the provision on this side, without its headings. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
