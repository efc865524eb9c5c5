package org.consentledger.command.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.consentledger.command.platform.ActorBody;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.command.request.StepCommand.CheckIdentity;
import org.consentledger.command.request.StepCommand.CompleteRequest;
import org.consentledger.command.request.StepCommand.DecideRequest;
import org.consentledger.command.request.StepCommand.LiftSuspension;
import org.consentledger.command.request.StepCommand.RecordFee;
import org.consentledger.command.request.StepCommand.Taken;
import org.jspecify.annotations.Nullable;

/** What the bodies of the steps have in common: who took it, and which command it makes. */
sealed interface StepBodies {
    /** Who took the step; left out where it was a member of staff without a name. */
    @Nullable
    ActorBody actor();

    StepCommand command(Taken taken);

    @Body
    record IdentityCheckBody(
            @NotNull Found outcome,
            @MultiLine @NotBlank @Size(max = 2000) String method,
            @Nullable @Valid ActorBody actor)
            implements StepBodies {

        enum Found {
            CONFIRMED,
            NOT_CONFIRMED
        }

        @Override
        public StepCommand command(Taken taken) {
            return new CheckIdentity(taken, outcome == Found.CONFIRMED, method);
        }
    }

    /**
     * The fee.
     *
     * @param paid {@code false} where it is due only
     * @param amount in the currency's smallest unit, such as yen or cents; 0 where none is due
     * @param currency ISO 4217
     */
    @Body
    record FeeBody(
            @NotNull Boolean paid,
            @NotNull @Min(0) @Max(MOST) Long amount,
            @NotBlank String currency,
            @Nullable @Valid ActorBody actor)
            implements StepBodies {
        private static final long MOST = 1_000_000_000_000L;

        @Override
        public StepCommand command(Taken taken) {
            try {
                return new RecordFee(
                        taken, paid, amount, Currency.getInstance(currency).getCurrencyCode());
            } catch (IllegalArgumentException _) {
                throw new Malformed("/currency", Fault.WRONG_VALUE, "currency");
            }
        }
    }

    @Body
    record DecisionBody(
            @NotNull Decided outcome,
            @MultiLine @NotBlank @Size(max = 2000) String reason,
            @Nullable @Valid ActorBody actor)
            implements StepBodies {

        enum Decided {
            GRANTED,
            DECLINED
        }

        @Override
        public StepCommand command(Taken taken) {
            return new DecideRequest(taken, outcome == Decided.GRANTED, reason);
        }
    }

    @Body
    record CompletionBody(@Nullable @Valid ActorBody actor) implements StepBodies {
        @Override
        public StepCommand command(Taken taken) {
            return new CompleteRequest(taken);
        }
    }

    @Body
    record LiftingBody(
            @MultiLine @NotBlank @Size(max = 2000) String reason,
            @Nullable @Valid ActorBody actor) implements StepBodies {

        @Override
        public StepCommand command(Taken taken) {
            return new LiftSuspension(taken, reason);
        }
    }
}
