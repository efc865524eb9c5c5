package org.consentledger.command.agreement;

import java.time.Instant;
import org.consentledger.events.agreement.AgreementAct;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;

/** The facts that commands become once no rule objects. */
final class AgreementActs {
    private AgreementActs() {}

    static EditionAccepted of(AcceptEdition command, Instant expressedAt) {
        var shown = command.shown();
        var act = command.act();
        return new EditionAccepted(
                command.customerId(),
                shown.termsId(),
                shown.edition(),
                shown.digest(),
                command.decisions(),
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source());
    }

    static EditionRefused of(RefuseEdition command, Instant expressedAt) {
        var shown = command.shown();
        var act = command.act();
        return new EditionRefused(
                command.customerId(),
                shown.termsId(),
                shown.edition(),
                shown.digest(),
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source());
    }

    static AgreementAct of(DecideOnPurpose command, Instant expressedAt) {
        var customer = command.customerId();
        var terms = command.termsId();
        var purpose = command.purposeId();
        var act = command.act();
        return switch (command.outcome()) {
            case GIVEN ->
                new ConsentGiven(
                        customer,
                        terms,
                        purpose,
                        expressedAt,
                        act.channel(),
                        act.actor(),
                        act.evidence(),
                        act.source());
            case REFUSED ->
                new ConsentRefused(
                        customer,
                        terms,
                        purpose,
                        expressedAt,
                        act.channel(),
                        act.actor(),
                        act.evidence(),
                        act.source());
            case WITHDRAWN ->
                new ConsentWithdrawn(
                        customer,
                        terms,
                        purpose,
                        expressedAt,
                        act.channel(),
                        act.actor(),
                        act.evidence(),
                        act.source());
        };
    }
}
