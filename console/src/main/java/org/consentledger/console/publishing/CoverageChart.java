package org.consentledger.console.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far an edition has come, as one bar.
 *
 * @param total all customers to whom it is anything
 */
record CoverageChart(long total, List<Piece> pieces) {
    private static final List<String> STATES = List.of("ACCEPTED", "NOTICE", "TO_ACCEPT", "REFUSED", "ENDED");
    private static final double WIDTH = 1000;

    /**
     * A piece of the bar, in units of which the whole bar has a thousand.
     *
     * @param from where it begins
     * @param width none where nobody is there
     */
    record Piece(String state, long count, double from, double width) {}

    static CoverageChart of(Map<String, Long> counts) {
        long total = STATES.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
        var pieces = new ArrayList<Piece>();
        double from = 0;
        for (var state : STATES) {
            long count = counts.getOrDefault(state, 0L);
            double width = total == 0 ? 0 : WIDTH * count / total;
            pieces.add(new Piece(state, count, from, width));
            from += width;
        }
        return new CoverageChart(total, pieces);
    }
}
