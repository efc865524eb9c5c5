package org.consentledger.query.coverage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;

/** The instants of one terms document at which coverage may change, and since when each edition is in effect. */
final class EditionsKnown {
    private final Map<EditionNumber, Instant> effectiveFrom = new HashMap<>();
    private final Set<EditionNumber> withdrawn = new HashSet<>();
    private final NavigableSet<Instant> boundaries = new TreeSet<>();
    private ZoneId zone = ZoneOffset.UTC;

    /** @param facts in ledger order */
    EditionsKnown(List<Recorded<TermsFact>> facts) {
        for (var recorded : facts) {
            switch (recorded.fact()) {
                case TermsFact.Registered registered -> zone = registered.timeZone();
                case TermsFact.Published published -> {
                    effectiveFrom.put(published.edition(), published.effectiveFrom());
                    boundaries.add(published.effectiveFrom());
                }
                case TermsFact.EditionWithdrawn taken -> withdrawn.add(taken.edition());
                case TermsFact.NoticePosted _ -> {}
            }
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** Also a withdrawn one: its day still divides what was before it from what was after. */
    boolean isPublished(@Nullable EditionNumber edition) {
        return edition != null && effectiveFrom.containsKey(edition);
    }

    /** Whether the edition, though perhaps withdrawn later, had taken effect by then. */
    boolean hadTakenEffect(@Nullable EditionNumber edition, Instant then) {
        var from = edition == null ? null : effectiveFrom.get(edition);
        return from != null && !from.isAfter(then);
    }

    boolean isWithdrawn(@Nullable EditionNumber edition) {
        return edition != null && withdrawn.contains(edition);
    }

    /** The last instant up to this one at which an edition takes effect; {@code fallback} before the first. */
    Instant boundaryBefore(Instant instant, Instant fallback) {
        var boundary = boundaries.floor(instant);
        return boundary == null ? fallback : boundary;
    }
}
