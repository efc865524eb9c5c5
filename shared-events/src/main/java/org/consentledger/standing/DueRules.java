package org.consentledger.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.Standing.Due;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.TermsFact.Published;

/**
 * What a customer should be asked next.
 *
 * <p>In the days of grace of the edition in force, nothing that concerns it is asked of those who were bound already; who
 * is bound to nothing is asked at once, since the service begins with an acceptance. Announced editions may be accepted
 * early and are named all the same.
 */
final class DueRules {
    private DueRules() {}

    static List<Due> due(Situation situation, List<OfPurpose> purposes) {
        var due = new ArrayList<Due>();
        if (situation.binding() instanceof Ended) {
            return due;
        }
        editionsToAccept(situation)
                .forEach(edition -> due.add(new Due.AcceptEdition(edition.fact().edition())));
        if (isInGrace(situation)) {
            return due;
        }
        for (var purpose : purposes) {
            var id = purpose.purpose().purposeId();
            switch (purpose.state()) {
                case RENEWAL_REQUIRED -> due.add(new Due.RenewPurpose(id));
                case NOT_ASKED -> {
                    if (asksForDecision(purpose.purpose(), situation)) {
                        due.add(new Due.DecidePurpose(id));
                    }
                }
                case CONSENTED, REFUSED, WITHDRAWN, REQUIRED_BY_LAW, ENDED -> {}
            }
        }
        return due;
    }

    /** The edition in force and, apart from it, the newest announced one that needs acceptance. */
    static List<Recorded<Published>> editionsToAccept(Situation situation) {
        var editions = situation.editions();
        var inForce = editions.inForceAt(situation.at()).filter(_ -> !isInGrace(situation));
        return Stream.of(inForce, editions.newestAnnouncedForAcceptance(situation.at()))
                .flatMap(Optional::stream)
                .filter(edition -> isNewerThanTheCustomers(edition.fact(), situation))
                .filter(edition -> !isAnswered(edition.fact(), situation))
                .toList();
    }

    private static boolean isInGrace(Situation situation) {
        var editions = situation.editions();
        return situation.binding() != null
                && editions.inForceAt(situation.at())
                        .filter(edition -> situation.at().isBefore(editions.askedFrom(edition.fact())))
                        .isPresent();
    }

    private static boolean isNewerThanTheCustomers(Published edition, Situation situation) {
        var binding = situation.binding();
        return binding == null
                || edition.edition().isAfter(binding.edition().fact().edition());
    }

    /** Who has accepted or refused is not asked again. */
    private static boolean isAnswered(Published edition, Situation situation) {
        return Stream.concat(situation.records().acceptances().stream(), situation.records().refusals().stream())
                .anyMatch(answer -> answer.edition().equals(edition.edition())
                        && !answer.expressedAt().isAfter(situation.at()));
    }

    private static boolean asksForDecision(PurposeOfUse purpose, Situation situation) {
        return purpose.mode() == PurposeOfUse.Mode.VOLUNTARY
                && situation.editions().decisionRequired();
    }
}
