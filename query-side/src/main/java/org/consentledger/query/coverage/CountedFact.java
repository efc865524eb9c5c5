package org.consentledger.query.coverage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Expressed;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a customer on which it depends whom an edition covers.
 *
 * @param edition accepted or refused; {@code null} for leaving
 */
record CountedFact(
        Kind kind,
        @Nullable EditionNumber edition,
        Expressed expressed,
        String eventId,
        long position,
        Instant recordedAt) {

    /** What it says. */
    enum Kind {
        ACCEPTED,
        REFUSED,
        LEFT
    }

    /** Empty for a decision on a purpose and whatever else covers nobody, and for an annulment. */
    static Optional<CountedFact> of(CustomerFact fact, Leaf leaf) {
        if (fact instanceof CustomerFact.Accepted accepted) {
            return Optional.of(of(Kind.ACCEPTED, accepted.edition(), accepted.expressed(), leaf));
        }
        if (fact instanceof CustomerFact.Refused refused) {
            return Optional.of(of(Kind.REFUSED, refused.edition(), refused.expressed(), leaf));
        }
        return fact instanceof CustomerFact.Left left
                ? Optional.of(of(Kind.LEFT, null, left.expressed(), leaf))
                : Optional.empty();
    }

    private static CountedFact of(Kind kind, @Nullable EditionNumber edition, Expressed expressed, Leaf leaf) {
        return new CountedFact(kind, edition, expressed, leaf.eventId(), leaf.position(), leaf.recordedAt());
    }

    Instant countsFrom(ZoneId zone) {
        return expressed.countsFrom(zone, recordedAt);
    }
}
