package org.consentledger.console.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The editions of terms, by number, as the query side tells them; as far as the timeline shows them. */
record Editions(List<Item> items) {
    private static final Set<String> NEVER_IN_EFFECT = Set.of("DRAFT", "WITHDRAWN");

    record Item(String label, String state, LocalDate effectiveOn) {}

    /** Those that have taken effect by then. */
    List<Timeline.Edition> inEffect(Instant now, ZoneId zone) {
        return items.stream()
                .filter(edition -> !NEVER_IN_EFFECT.contains(edition.state()))
                .map(edition -> new Timeline.Edition(edition.label(), edition.effectiveOn()))
                .filter(edition -> !edition.starts(zone).isAfter(now))
                .toList();
    }
}
