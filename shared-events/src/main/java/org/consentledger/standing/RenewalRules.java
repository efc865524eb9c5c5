package org.consentledger.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.Binding.ByAcceptance;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.Standing.PurposeState;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** Which consents no longer cover what the terms say, since an edition changed the purpose materially. */
final class RenewalRules {
    private RenewalRules() {}

    /**
     * A consent needs renewal.
     *
     * @param changedBy the first edition that it does not cover
     * @param since when the customer came to be bound to that edition or a later one, UTC
     */
    record Renewal(Published changedBy, Instant since) {}

    /** What comes with the terms is covered by each acceptance; after the last one, notices may have changed it. */
    static Optional<Renewal> sinceLastAcceptance(PurposeOfUse purpose, Situation situation) {
        if (situation.binding() instanceof ByAcceptance) {
            return Optional.empty();
        }
        var accepted = situation.acceptances().getLast();
        return renewal(purpose.purposeId(), accepted.edition().fact().edition(), accepted.since(), situation);
    }

    /**
     * A decision covers what the customer knew: the edition that applied when it was made, or the one in whose acceptance
     * it was made, whichever is the later. Where neither is known, it covers no change.
     */
    static Optional<Renewal> since(CustomerRecords.OfPurpose decided, Situation situation) {
        var known = Stream.concat(
                        situation.editionAt(decided.expressedAt()).stream(), Stream.ofNullable(decided.shown()))
                .max(Comparator.naturalOrder());
        return renewal(decided.purposeId(), known.orElse(null), decided.expressedAt(), situation);
    }

    /** The renewal that a purpose needs; empty where it needs none. */
    static Optional<Renewal> of(OfPurpose of, Situation situation) {
        if (of.state() != PurposeState.RENEWAL_REQUIRED) {
            return Optional.empty();
        }
        return switch (of.purpose().mode()) {
            case REQUIRED_BY_LAW -> Optional.empty();
            case WITH_TERMS -> sinceLastAcceptance(of.purpose(), situation);
            case VOLUNTARY ->
                situation.lastDecision(of.purpose().purposeId()).flatMap(decided -> since(decided, situation));
        };
    }

    private static Optional<Renewal> renewal(
            PurposeId purposeId, @Nullable EditionNumber known, Instant knownAt, Situation situation) {
        var bound = situation.editionOrNull();
        if (bound == null) {
            return Optional.empty();
        }
        return situation.editions().after(known, bound.edition()).stream()
                .map(Recorded::fact)
                .filter(edition -> edition.purpose(purposeId)
                        .filter(PurposeOfUse::materialChange)
                        .isPresent())
                .findFirst()
                .map(changed -> new Renewal(changed, boundTo(changed, knownAt, situation)));
    }

    private static Instant boundTo(Published changed, Instant knownAt, Situation situation) {
        return situation.sinceLastComing().stream()
                .filter(binding -> binding.since().isAfter(knownAt))
                .filter(binding ->
                        !changed.edition().isAfter(binding.edition().fact().edition()))
                .map(Binding::since)
                .findFirst()
                .orElseThrow();
    }
}
