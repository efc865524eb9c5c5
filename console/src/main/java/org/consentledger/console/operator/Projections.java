package org.consentledger.console.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the projections of the query side are, as it tells operators; as far as the page shows it. */
record Projections(List<Projection> projections, long ledgerSize) {
    private static final int WHOLE = 100;

    /** @param position of the last leaf that it has included; -1 for none */
    record Projection(String name, long position, @Nullable Rebuild rebuild) {
        private boolean isBeingRebuilt() {
            return rebuild != null && rebuild.isUnderWay();
        }
    }

    /** @param state {@code REQUESTED}, {@code BUILDING}, {@code SWAPPED}, {@code ROLLED_BACK} or {@code CALLED_OFF} */
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

    /** Those whose rebuilding can be called off. */
    public List<Projection> underWay() {
        return projections.stream().filter(Projection::isBeingRebuilt).toList();
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
