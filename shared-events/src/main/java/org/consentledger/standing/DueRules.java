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

/** What a customer should be asked next. */
final class DueRules {
    private DueRules() {}

    static List<Due> due(Situation situation, List<OfPurpose> purposes) {
        var due = new ArrayList<Due>();
        if (situation.binding() instanceof Ended) {
            return due;
        }
        editionsToAccept(situation)
                .forEach(edition -> due.add(new Due.AcceptEdition(edition.fact().edition())));
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
        return Stream.of(editions.inForceAt(situation.at()), editions.newestAnnouncedForAcceptance(situation.at()))
                .flatMap(Optional::stream)
                .filter(edition -> isNewerThanTheCustomers(edition.fact(), situation))
                .filter(edition -> !isAnswered(edition.fact(), situation))
                .toList();
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
