package org.consentledger.standing;

import java.time.Instant;
import java.util.List;
import org.consentledger.standing.CustomerRecords.Leaving;
import org.consentledger.standing.CustomerRecords.OfEdition;
import org.consentledger.standing.TermsFact.Published;

/** A point in time from which a customer is bound to an edition, or no longer is. */
sealed interface Binding {
    Recorded<Published> edition();

    /** From this instant on, UTC. */
    Instant since();

    /** Bound by an act of the customer. */
    record ByAcceptance(Recorded<Published> edition, Instant since, OfEdition record) implements Binding {}

    /**
     * Bound by notice.
     *
     * @param passed the editions after the one bound to before, up to this one, all effective by notice
     */
    record ByNotice(Recorded<Published> edition, List<Recorded<Published>> passed) implements Binding {
        @Override
        public Instant since() {
            return edition.fact().effectiveFrom();
        }
    }

    /**
     * No longer bound, since the customer left.
     *
     * @param before how the customer was bound until then
     */
    record Ended(Binding before, Leaving leaving) implements Binding {
        @Override
        public Recorded<Published> edition() {
            return before.edition();
        }

        @Override
        public Instant since() {
            return leaving.expressedAt();
        }
    }
}
