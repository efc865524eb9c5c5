package org.consentledger.console.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the projections of the query side are, as it tells operators; as far as the page shows it. */
record Projections(List<Projection> projections, long ledgerSize) {
    private static final int WHOLE = 100;

    /** @param position of the last leaf that it has included; -1 for none */
    record Projection(String name, long position, @Nullable Rebuild rebuild) {}

    /** @param state {@code REQUESTED}, {@code BUILDING}, {@code SWAPPED} or {@code ROLLED_BACK} */
    record Rebuild(
            String state,
            long position,
            @Nullable Integer compared,
            @Nullable Integer differing,
            @Nullable String fault) {
        public boolean isUnderWay() {
            return state.equals("REQUESTED") || state.equals("BUILDING");
        }
    }

    /** How many leaves it has not included yet. */
    public long lag(Projection projection) {
        return Math.max(0, ledgerSize - projection.position() - 1);
    }

    /** Of a hundred. */
    public long done(Rebuild rebuild) {
        return ledgerSize == 0 ? WHOLE : Math.min(WHOLE, WHOLE * (rebuild.position() + 1) / ledgerSize);
    }
}
