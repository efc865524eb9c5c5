package org.consentledger.standing;

import java.util.List;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;

/** What a customer's standing needs to know of the customer. None of it names a person. */
public sealed interface CustomerFact {
    /** The customer accepted an edition and decided on some voluntary purposes in the same act. */
    record Accepted(EditionNumber edition, List<PurposeDecision> decisions, Expressed expressed)
            implements CustomerFact {

        public Accepted {
            decisions = List.copyOf(decisions);
        }
    }

    /** The customer was shown an edition and refused it. */
    record Refused(EditionNumber edition, Expressed expressed) implements CustomerFact {}

    /** The customer decided on one voluntary purpose. */
    record Decided(PurposeId purposeId, Outcome outcome, Expressed expressed) implements CustomerFact {}

    /** An earlier record was entered by mistake and never counts. */
    record Annulled(String recordId) implements CustomerFact {}

    /** The customer left the service (退会). */
    record Left(Expressed expressed) implements CustomerFact {}

    /** The ways to decide on a voluntary purpose. */
    enum Outcome {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    /** What an event states. */
    static CustomerFact of(AgreementEvent event) {
        return switch (event) {
            case EditionAccepted accepted ->
                new Accepted(accepted.edition(), accepted.decisions(), expressed(accepted));
            case EditionRefused refused -> new Refused(refused.edition(), expressed(refused));
        };
    }

    private static Expressed expressed(AgreementEvent event) {
        var source = event.source();
        return new Expressed(event.expressedAt(), source == null ? DatePrecision.INSTANT : source.datePrecision());
    }
}
