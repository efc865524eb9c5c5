package org.consentledger.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Binding.ByAcceptance;
import org.consentledger.standing.Binding.ByNotice;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.CustomerRecords.OfEdition;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** Why the answer is what it is: how the customer is bound, why by nothing newer, and how the records came in. */
final class Explanation {
    private Explanation() {}

    static List<Reason> of(Situation situation) {
        var reasons = new ArrayList<Reason>();
        switch (situation.binding()) {
            case null -> reasons.add(new Reason.NeverAccepted());
            case ByAcceptance accepted -> reasons.add(accepted(accepted));
            case ByNotice notice -> {
                reasons.add(accepted(situation.acceptances().getLast()));
                reasons.add(new Reason.BoundByNotice(notice.edition().fact()));
            }
            case Ended ended ->
                reasons.add(
                        new Reason.LeftService(ended.since(), ended.leaving().recordId()));
        }
        if (!(situation.binding() instanceof Ended)) {
            whyNotTheOneInForce(situation).ifPresent(reasons::add);
            refusals(situation).forEach(reasons::add);
        }
        waiting(situation).forEach(reasons::add);
        recordedOtherwise(reasons, situation).forEach(reasons::add);
        return reasons;
    }

    /** Tells of the records named how they came into the ledger, where they are no acts recorded as they happened. */
    private static List<Reason> recordedOtherwise(List<Reason> reasons, Situation situation) {
        return reasons.stream()
                .flatMap(reason -> Stream.ofNullable(Grounds.recordOf(reason)))
                .distinct()
                .<Reason>map(recordId -> new Reason.RecordedOtherwise(
                        recordId, situation.records().recordedAs(recordId)))
                .filter(reason -> !(reason instanceof Reason.RecordedOtherwise recorded
                        && recorded.recordedAs().isEmpty()))
                .toList();
    }

    private static Reason accepted(ByAcceptance accepted) {
        return new Reason.AcceptedEdition(
                accepted.edition().fact(),
                accepted.record().expressedAt(),
                accepted.since(),
                accepted.record().recordId());
    }

    private static Optional<Reason> whyNotTheOneInForce(Situation situation) {
        var bound = situation.binding();
        if (bound == null) {
            return Optional.empty();
        }
        EditionNumber number = bound.edition().fact().edition();
        return situation
                .editions()
                .inForceAt(situation.at())
                .map(Recorded::fact)
                .filter(inForce -> inForce.edition().isAfter(number))
                .map(inForce -> whyNot(inForce, number, situation.editions()));
    }

    private static Reason whyNot(Published inForce, EditionNumber bound, Editions editions) {
        return switch (inForce.change().procedure()) {
            case ACCEPTANCE, INITIAL -> new Reason.AcceptanceNeeded(inForce);
            case NOTICE -> {
                if (editions.lacksTimelyNotice(inForce)) {
                    yield new Reason.NoticeMissing(inForce);
                }
                yield editions.after(bound, inForce.edition()).stream()
                        .map(Recorded::fact)
                        .filter(earlier -> !editions.isEffectiveByNotice(earlier))
                        .findFirst()
                        .<Reason>map(earlier -> new Reason.EarlierChangeNotAccepted(inForce, earlier))
                        .orElseGet(() -> new Reason.NoticeBeforeBinding(inForce));
            }
        };
    }

    /** Also where the edition binds by notice all the same: a refusal changes no binding. */
    private static List<Reason> refusals(Situation situation) {
        var bound = situation.binding();
        return answers(
                        situation.records().refusals(),
                        situation,
                        edition -> isNewer(edition, bound) || boundByNotice(bound, edition))
                .stream()
                .<Reason>map(answer -> new Reason.RefusedEdition(
                        answer.edition(),
                        answer.record().expressedAt(),
                        answer.record().recordId()))
                .toList();
    }

    private static List<Reason> waiting(Situation situation) {
        var bound = situation.binding();
        return answers(situation.records().acceptances(), situation, edition -> isNewer(edition, bound)).stream()
                .filter(answer -> answer.edition().effectiveFrom().isAfter(situation.at()))
                .filter(answer -> situation.lastLeaving().stream()
                        .noneMatch(left -> !answer.record().expressedAt().isAfter(left.expressedAt())))
                .<Reason>map(answer -> new Reason.AcceptedBeforeEffect(
                        answer.edition(),
                        answer.record().expressedAt(),
                        answer.record().recordId()))
                .toList();
    }

    private record Answer(Published edition, OfEdition record) {}

    private static boolean isNewer(EditionNumber edition, @Nullable Binding bound) {
        return bound == null || edition.isAfter(bound.edition().fact().edition());
    }

    private static boolean boundByNotice(@Nullable Binding bound, EditionNumber edition) {
        return bound instanceof ByNotice notice
                && notice.passed().stream()
                        .anyMatch(passed -> passed.fact().edition().equals(edition));
    }

    private static List<Answer> answers(
            List<OfEdition> answers, Situation situation, Predicate<EditionNumber> aboutThese) {
        return answers.stream()
                .filter(answer -> !answer.expressedAt().isAfter(situation.at()))
                .filter(answer -> aboutThese.test(answer.edition()))
                .sorted(Comparator.comparing(OfEdition::expressedAt).thenComparingLong(OfEdition::position))
                .flatMap(answer -> situation.editions().find(answer.edition()).stream()
                        .map(edition -> new Answer(edition.fact(), answer)))
                .toList();
    }
}
