package org.consentledger.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;

/** What the standing of customers needs to know of a terms document. */
public sealed interface TermsFact {
    /** The terms exist; their days are those of {@code timeZone}. */
    record Registered(ZoneId timeZone, boolean decisionRequired, int graceDays) implements TermsFact {}

    /** An edition stands unchangeably; in force from {@code effectiveFrom} on. */
    record Published(
            EditionNumber edition,
            String label,
            ContentDigest digest,
            Instant effectiveFrom,
            Change change,
            List<PurposeOfUse> purposes)
            implements TermsFact {

        public Published {
            purposes = List.copyOf(purposes);
        }

        Optional<PurposeOfUse> purpose(PurposeId purposeId) {
            return purposes.stream()
                    .filter(purpose -> purpose.purposeId().equals(purposeId))
                    .findFirst();
        }
    }

    /** A notice of change stood somewhere from {@code postedAt} on. */
    record NoticePosted(EditionNumber edition, Instant postedAt) implements TermsFact {}

    /** A published edition was taken back: it binds nobody. */
    record EditionWithdrawn(EditionNumber edition) implements TermsFact {}

    /** What an event states; empty for one that nobody's standing depends on. */
    static Optional<TermsFact> of(TermsEvent event) {
        return switch (event) {
            case TermsRegistered registered ->
                Optional.of(new Registered(
                        registered.timeZone(),
                        registered.policies().decisionRequired(),
                        registered.policies().graceDays()));
            case EditionDrafted _ -> Optional.empty();
            case NoticeOfChangePosted notice -> Optional.of(new NoticePosted(notice.edition(), notice.postedAt()));
            case EditionPublished published ->
                Optional.of(new Published(
                        published.edition(),
                        published.content().label(),
                        published.digest(),
                        published.effectiveFrom(),
                        published.content().change(),
                        published.content().purposes()));
            case org.consentledger.events.terms.EditionWithdrawn withdrawn ->
                Optional.of(new EditionWithdrawn(withdrawn.edition()));
        };
    }
}
