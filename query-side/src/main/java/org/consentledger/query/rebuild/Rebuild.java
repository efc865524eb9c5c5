package org.consentledger.query.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuilding of a projection. Times are the database's, UTC.
 *
 * @param version of the projection
 * @param generation that is filled; {@code null} while it has not begun
 * @param position of the last leaf that it has included; -1 for none
 * @param acceptsDifferences whether it takes the place of the old one also where they differ
 * @param resumedAt when it began, or was resumed last
 * @param resumedFrom its position at that moment
 * @param movedAt when it came to its position
 * @param compared how many answers of both generations were compared; {@code null} before that
 * @param differing how many of them were not the same
 * @param fault what went wrong last; {@code null} for nothing
 * @param retired the generation that served before, until it is dropped
 */
record Rebuild(
        String projection,
        State state,
        int version,
        @Nullable Integer generation,
        long position,
        boolean acceptsDifferences,
        @Nullable Instant resumedAt,
        @Nullable Long resumedFrom,
        @Nullable Instant movedAt,
        @Nullable Integer compared,
        @Nullable Integer differing,
        @Nullable String fault,
        @JsonIgnore @Nullable Integer retired) {
    private static final double MILLIS = 1000;

    enum State {
        REQUESTED,
        BUILDING,
        /** The new rows serve. */
        SWAPPED,
        /** The new rows answered otherwise, and are gone; the old ones serve. */
        ROLLED_BACK,
        /** An operator ended it; the new rows are gone, the old ones serve. */
        CALLED_OFF
    }

    @JsonIgnore
    boolean isUnderWay() {
        return switch (state) {
            case REQUESTED, BUILDING -> true;
            case SWAPPED, ROLLED_BACK, CALLED_OFF -> false;
        };
    }

    /** Whether it fills that generation, and has come to that position. */
    boolean isAt(int filled, long reached) {
        return state == State.BUILDING && generation != null && generation == filled && position == reached;
    }

    /** How many leaves a second it included since it was resumed last; 0 before the first. */
    @JsonProperty
    long leavesPerSecond() {
        if (resumedAt == null || movedAt == null || resumedFrom == null || !movedAt.isAfter(resumedAt)) {
            return 0;
        }
        return Math.round((position - resumedFrom)
                * MILLIS
                / Math.max(1, Duration.between(resumedAt, movedAt).toMillis()));
    }
}
