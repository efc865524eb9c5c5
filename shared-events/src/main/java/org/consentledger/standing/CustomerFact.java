package org.consentledger.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.jspecify.annotations.Nullable;

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

    /**
     * The use of the customer's data was suspended at his request (利用の停止), whatever the terms.
     *
     * @param requestId of the request that was granted
     * @param from the instant from which it holds, UTC
     */
    record Suspended(String requestId, Instant from) implements CustomerFact {}

    /**
     * A suspension of use no longer holds.
     *
     * @param requestId of the request that had been granted
     * @param from the instant from which it does not hold, UTC
     */
    record SuspensionLifted(String requestId, Instant from) implements CustomerFact {}

    /** The ways to decide on a voluntary purpose. */
    enum Outcome {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    /** How the customer's act was expressed; empty for what is none, such as an annulment. */
    default Optional<Expressed> act() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.expressed());
            case Refused refused -> Optional.of(refused.expressed());
            case Decided decided -> Optional.of(decided.expressed());
            case Left left -> Optional.of(left.expressed());
            case Annulled _, Suspended _, SuspensionLifted _ -> Optional.empty();
        };
    }

    /** What an event states. */
    static CustomerFact of(AgreementEvent event) {
        return switch (event) {
            case EditionAccepted accepted ->
                new Accepted(accepted.edition(), accepted.decisions(), Expressed.of(accepted));
            case EditionRefused refused -> new Refused(refused.edition(), Expressed.of(refused));
            case ConsentGiven given -> new Decided(given.purposeId(), Outcome.GIVEN, Expressed.of(given));
            case ConsentRefused refused -> new Decided(refused.purposeId(), Outcome.REFUSED, Expressed.of(refused));
            case ConsentWithdrawn withdrawn ->
                new Decided(withdrawn.purposeId(), Outcome.WITHDRAWN, Expressed.of(withdrawn));
            case RecordAnnulled annulled -> new Annulled(annulled.recordId());
        };
    }

    /** What an event states, about the terms that it names or about all; empty for one that no standing depends on. */
    static Optional<CustomerFact> of(CustomerEvent event) {
        return switch (event) {
            case CustomerLeft left -> Optional.of(new Left(Expressed.of(left)));
            case DepartureAnnulled annulled -> Optional.of(new Annulled(annulled.recordId()));
            case LegalHoldPlaced _, LegalHoldReleased _, ErasureRequested _, PersonalDataErased _ -> Optional.empty();
        };
    }

    /** The terms that an event is about; {@code null} where it counts for all. */
    static @Nullable TermsId termsOf(CustomerEvent event) {
        return switch (event) {
            case CustomerLeft left -> left.termsId();
            case DepartureAnnulled annulled -> annulled.termsId();
            case LegalHoldPlaced _, LegalHoldReleased _, ErasureRequested _, PersonalDataErased _ -> null;
        };
    }

    /** Whether an event is about these terms, alone or among all. */
    static boolean concerns(CustomerEvent event, TermsId termsId) {
        var about = termsOf(event);
        return about == null || about.equals(termsId);
    }

    /** What an event states, about all terms; empty for one that no standing depends on. */
    static Optional<CustomerFact> of(RequestEvent event) {
        return switch (event) {
            case UseSuspended suspended -> Optional.of(new Suspended(suspended.requestId(), suspended.expressedAt()));
            case SuspensionOfUseLifted lifted ->
                Optional.of(new SuspensionLifted(lifted.requestId(), lifted.expressedAt()));
            case RequestReceived _,
                    IdentityConfirmed _,
                    IdentityNotConfirmed _,
                    FeeCharged _,
                    FeePaid _,
                    RequestGranted _,
                    RequestDeclined _,
                    RequestCompleted _ -> Optional.empty();
        };
    }
}
