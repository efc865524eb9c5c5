package org.consentledger.requests;

import java.util.Optional;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.RequestStep;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;

/** Where a request stands. It begins as {@link #RECEIVED}. */
public enum RequestState {
    RECEIVED,
    IDENTITY_NOT_CONFIRMED,
    IDENTITY_CONFIRMED,
    FEE_CHARGED,
    FEE_PAID,
    GRANTED,
    DECLINED,
    COMPLETED;

    /** What the organisation is to do next. */
    public enum NextStep {
        IDENTITY_CHECK,
        FEE,
        DECISION,
        COMPLETION
    }

    /** Where it stands after one more step. Lifting a suspension is no step of the request's own way. */
    public RequestState after(RequestStep step) {
        return switch (step) {
            case IdentityConfirmed _ -> IDENTITY_CONFIRMED;
            case IdentityNotConfirmed _ -> IDENTITY_NOT_CONFIRMED;
            case FeeCharged _ -> FEE_CHARGED;
            case FeePaid _ -> FEE_PAID;
            case RequestGranted _, UseSuspended _ -> GRANTED;
            case RequestDeclined _ -> DECLINED;
            case RequestCompleted _ -> COMPLETED;
            case SuspensionOfUseLifted _ -> this;
        };
    }

    /** Empty where nothing is left to do. */
    public Optional<NextStep> next() {
        return switch (this) {
            case RECEIVED, IDENTITY_NOT_CONFIRMED -> Optional.of(NextStep.IDENTITY_CHECK);
            case IDENTITY_CONFIRMED, FEE_CHARGED -> Optional.of(NextStep.FEE);
            case FEE_PAID -> Optional.of(NextStep.DECISION);
            case GRANTED, DECLINED -> Optional.of(NextStep.COMPLETION);
            case COMPLETED -> Optional.empty();
        };
    }
}
