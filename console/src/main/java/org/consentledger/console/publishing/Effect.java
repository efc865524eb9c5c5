package org.consentledger.console.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an edition would mean for how many customers, counted by how far an edition before it has come.
 *
 * @param before the label of that edition; {@code null} where there is none
 * @param waiting whether that edition is to take effect only, before this one does
 * @param bound how many it binds now, or will, by acceptance or by notice
 * @param unbound how many it does not bind: those who are to be asked still, and those who refused
 * @param byNoticeAlone whether those whom it binds need not accept this one
 * @param renewals purposes whose consents an edition of this wording has renewed, at most of so many as are bound
 */
record Effect(
        LocalDate effectiveOn,
        @Nullable String before,
        boolean waiting,
        long bound,
        long unbound,
        boolean byNoticeAlone,
        List<String> renewals) {

    /** How many customers are where with an edition. */
    record Coverage(Map<String, Long> counts) {
        static final Coverage NONE = new Coverage(Map.of());

        long of(String state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    static Effect of(Draft draft, Editions.@Nullable Item before, Coverage coverage) {
        return new Effect(
                draft.effectiveOn(),
                before == null ? null : before.label(),
                before != null && before.isWaiting(),
                coverage.of("ACCEPTED") + coverage.of("NOTICE"),
                coverage.of("TO_ACCEPT") + coverage.of("REFUSED"),
                draft.bindsByNotice(),
                draft.purposes().stream()
                        .filter(purpose ->
                                purpose.materialChange() && !purpose.mode().equals("REQUIRED_BY_LAW"))
                        .map(Draft.Purpose::title)
                        .toList());
    }

    /** Those who are bound by nothing but what they accept. */
    public long mustAccept() {
        return byNoticeAlone ? unbound : bound + unbound;
    }

    public long byNotice() {
        return byNoticeAlone ? bound : 0;
    }
}
