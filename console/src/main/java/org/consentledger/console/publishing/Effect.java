package org.consentledger.console.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an edition would mean for how many customers, counted by how far the edition before it has come.
 *
 * @param before the label of that edition; {@code null} where there is none
 * @param bound how many it binds now, by acceptance or by notice
 * @param toAccept how many are asked to accept it still
 * @param renewals purposes whose consents an edition of this wording has renewed, at most of so many as are bound
 */
record Effect(
        String procedure,
        LocalDate effectiveOn,
        @Nullable String before,
        long bound,
        long toAccept,
        List<String> renewals) {

    /** How many customers are where with an edition. */
    record Coverage(Map<String, Long> counts) {
        static final Coverage NONE = new Coverage(Map.of());

        long of(String state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    static Effect of(Draft draft, @Nullable String before, Coverage coverage) {
        return new Effect(
                draft.change().procedure(),
                draft.effectiveOn(),
                before,
                coverage.of("ACCEPTED") + coverage.of("NOTICE"),
                coverage.of("TO_ACCEPT"),
                draft.purposes().stream()
                        .filter(purpose ->
                                purpose.materialChange() && !purpose.mode().equals("REQUIRED_BY_LAW"))
                        .map(Draft.Purpose::title)
                        .toList());
    }

    /** Those who are bound by nothing but what they accept. */
    public long mustAccept() {
        return procedure.equals("NOTICE") ? toAccept : bound + toAccept;
    }

    public long byNotice() {
        return procedure.equals("NOTICE") ? bound : 0;
    }
}
