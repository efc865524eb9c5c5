package org.consentledger.standing;

import static org.consentledger.standing.Standing.Basis.ACCEPTED;
import static org.consentledger.standing.Standing.Basis.DECISION;
import static org.consentledger.standing.Standing.Basis.LAW;
import static org.consentledger.standing.Standing.Basis.NOTICE;
import static org.consentledger.standing.Standing.PurposeState.CONSENTED;
import static org.consentledger.standing.Standing.PurposeState.ENDED;
import static org.consentledger.standing.Standing.PurposeState.NOT_ASKED;
import static org.consentledger.standing.Standing.PurposeState.REFUSED;
import static org.consentledger.standing.Standing.PurposeState.RENEWAL_REQUIRED;
import static org.consentledger.standing.Standing.PurposeState.REQUIRED_BY_LAW;
import static org.consentledger.standing.Standing.PurposeState.WITHDRAWN;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.Binding.ByAcceptance;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** Where a customer stands with each purpose of the edition that applies. */
final class PurposeRules {
    private PurposeRules() {}

    static List<OfPurpose> purposes(Situation situation) {
        var binding = situation.binding();
        if (binding == null) {
            return List.of();
        }
        return binding.edition().fact().purposes().stream()
                .map(purpose -> switch (purpose.mode()) {
                    case REQUIRED_BY_LAW -> requiredByLaw(purpose, binding);
                    case WITH_TERMS -> withTerms(purpose, binding, situation);
                    case VOLUNTARY -> voluntary(purpose, binding, situation);
                })
                .toList();
    }

    /** The end of the time for which data stay in use after leaving, in civil arithmetic. */
    static Instant keptUntil(Instant leftAt, Period kept, ZoneId zone) {
        return leftAt.atZone(zone).plus(kept).toInstant();
    }

    /** What the law demands is always just that, also after leaving. */
    private static OfPurpose requiredByLaw(PurposeOfUse purpose, Binding binding) {
        return new OfPurpose(purpose, REQUIRED_BY_LAW, LAW, whileBound(binding).since(), null);
    }

    /** What comes with the terms is agreed to with them, unless a mere notice changed it materially. */
    private static OfPurpose withTerms(PurposeOfUse purpose, Binding binding, Situation situation) {
        var stating = lastAcceptanceStating(purpose, situation);
        var basis = stating.isPresent() ? ACCEPTED : NOTICE;
        var recordId = stating.map(accepted -> accepted.record().recordId()).orElse(null);
        if (binding instanceof Ended ended) {
            return isKept(purpose, ended, situation)
                    ? new OfPurpose(purpose, CONSENTED, basis, ended.before().since(), recordId)
                    : new OfPurpose(
                            purpose,
                            ENDED,
                            basis,
                            ended.since(),
                            ended.leaving().recordId());
        }
        return renewalSinceLastAcceptance(purpose, binding, situation)
                .map(changed -> new OfPurpose(purpose, RENEWAL_REQUIRED, basis, boundTo(changed, situation), recordId))
                .orElseGet(() -> new OfPurpose(purpose, CONSENTED, basis, binding.since(), recordId));
    }

    /** What is voluntary stands as the customer last decided on it since coming. */
    private static OfPurpose voluntary(PurposeOfUse purpose, Binding binding, Situation situation) {
        var decision = lastDecision(purpose, situation);
        if (binding instanceof Ended ended) {
            return new OfPurpose(
                    purpose, ENDED, null, ended.since(), ended.leaving().recordId());
        }
        if (decision.isEmpty()) {
            return new OfPurpose(purpose, NOT_ASKED, null, null, null);
        }
        var decided = decision.get();
        return switch (decided.outcome()) {
            case GIVEN ->
                renewalSince(decided, purpose, binding, situation)
                        .map(changed -> new OfPurpose(
                                purpose, RENEWAL_REQUIRED, DECISION, boundTo(changed, situation), decided.recordId()))
                        .orElseGet(() ->
                                new OfPurpose(purpose, CONSENTED, DECISION, decided.expressedAt(), decided.recordId()));
            case REFUSED -> new OfPurpose(purpose, REFUSED, DECISION, decided.expressedAt(), decided.recordId());
            case WITHDRAWN -> new OfPurpose(purpose, WITHDRAWN, DECISION, decided.expressedAt(), decided.recordId());
        };
    }

    /** The edition whose material change of the purpose asks for renewal; empty where none is required. */
    static Optional<Published> changedBy(OfPurpose of, Situation situation) {
        var binding = situation.binding();
        if (of.state() != RENEWAL_REQUIRED || binding == null) {
            return Optional.empty();
        }
        return switch (of.purpose().mode()) {
            case REQUIRED_BY_LAW -> Optional.empty();
            case WITH_TERMS -> renewalSinceLastAcceptance(of.purpose(), binding, situation);
            case VOLUNTARY ->
                lastDecision(of.purpose(), situation)
                        .flatMap(decided -> renewalSince(decided, of.purpose(), binding, situation));
        };
    }

    private static Optional<ByAcceptance> lastAcceptanceStating(PurposeOfUse purpose, Situation situation) {
        return situation.acceptances().stream()
                .filter(accepted ->
                        accepted.edition().fact().purpose(purpose.purposeId()).isPresent())
                .reduce((_, later) -> later);
    }

    private static boolean isKept(PurposeOfUse purpose, Ended ended, Situation situation) {
        Period kept = purpose.keptAfterLeaving();
        return kept != null
                && situation
                        .at()
                        .isBefore(keptUntil(
                                ended.since(), kept, situation.editions().zone()));
    }

    private static Optional<Published> renewalSinceLastAcceptance(
            PurposeOfUse purpose, Binding binding, Situation situation) {
        if (binding instanceof ByAcceptance) {
            return Optional.empty();
        }
        var accepted = situation.acceptances().getLast().edition().fact().edition();
        return firstMaterialChange(purpose, accepted, binding, situation);
    }

    /**
     * A consent covers what the customer knew: the edition that applied when it was given, or the one in whose
     * acceptance it was given, whichever is the later. Where neither is known, it covers no change.
     */
    private static Optional<Published> renewalSince(
            CustomerRecords.OfPurpose decided, PurposeOfUse purpose, Binding binding, Situation situation) {
        var known = Stream.concat(
                        situation.editionAt(decided.expressedAt()).stream(), Stream.ofNullable(decided.shown()))
                .max(Comparator.naturalOrder());
        return firstMaterialChange(purpose, known.orElse(null), binding, situation);
    }

    private static Optional<Published> firstMaterialChange(
            PurposeOfUse purpose, @Nullable EditionNumber known, Binding binding, Situation situation) {
        return situation.editions().after(known, binding.edition().fact().edition()).stream()
                .map(Recorded::fact)
                .filter(edition -> edition.purpose(purpose.purposeId())
                        .filter(PurposeOfUse::materialChange)
                        .isPresent())
                .findFirst();
    }

    private static Instant boundTo(Published changed, Situation situation) {
        return situation.sinceLastComing().stream()
                .filter(binding ->
                        !changed.edition().isAfter(binding.edition().fact().edition()))
                .map(Binding::since)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<CustomerRecords.OfPurpose> lastDecision(PurposeOfUse purpose, Situation situation) {
        var left = situation.lastLeaving().map(CustomerRecords.Leaving::expressedAt);
        return situation.records().decisions().stream()
                .filter(decision -> decision.purposeId().equals(purpose.purposeId()))
                .filter(decision -> !decision.expressedAt().isAfter(situation.at()))
                .filter(decision -> left.isEmpty() || decision.expressedAt().isAfter(left.get()))
                .max(Comparator.comparing(CustomerRecords.OfPurpose::expressedAt)
                        .thenComparingLong(CustomerRecords.OfPurpose::position));
    }

    private static Binding whileBound(Binding binding) {
        return binding instanceof Ended ended ? ended.before() : binding;
    }
}
