package org.consentledger.query.terms;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.events.EditionNumber;

/** Where an edition stands in its life at one time; what is recorded of it does not depend on that. */
enum EditionState {
    DRAFT,
    /** Published, and its effective day has not begun. */
    WAITING,
    IN_FORCE,
    /** A later edition is in force. */
    SUPERSEDED,
    WITHDRAWN;

    /**
     * The state of an edition.
     *
     * @param inForce the edition in force at that time
     */
    static EditionState of(EditionRow edition, Instant at, Optional<EditionNumber> inForce) {
        return switch (edition.status()) {
            case DRAFT -> DRAFT;
            case WITHDRAWN -> WITHDRAWN;
            case PUBLISHED -> {
                var effectiveFrom = edition.effectiveFrom();
                if (effectiveFrom != null && effectiveFrom.isAfter(at)) {
                    yield WAITING;
                }
                yield inForce.filter(edition.number()::equals).isPresent() ? IN_FORCE : SUPERSEDED;
            }
        };
    }
}
