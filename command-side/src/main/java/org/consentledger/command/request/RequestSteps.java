package org.consentledger.command.request;

import org.consentledger.command.request.StepCommand.CheckIdentity;
import org.consentledger.command.request.StepCommand.CompleteRequest;
import org.consentledger.command.request.StepCommand.DecideRequest;
import org.consentledger.command.request.StepCommand.LiftSuspension;
import org.consentledger.command.request.StepCommand.RecordFee;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.RequestKind;
import org.consentledger.events.request.RequestStep;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;

/** The facts that commands become once no rule objects. */
final class RequestSteps {
    private RequestSteps() {}

    static RequestStep of(StepCommand command, KnownRequest request) {
        var taken = command.taken().notBefore(request.last());
        var who = taken.customerId();
        var what = taken.requestId();
        var at = taken.now();
        var by = taken.actor();
        return switch (command) {
            case CheckIdentity check ->
                check.confirmed()
                        ? new IdentityConfirmed(who, what, check.method(), at, by)
                        : new IdentityNotConfirmed(who, what, check.method(), at, by);
            case RecordFee fee ->
                fee.paid()
                        ? new FeePaid(who, what, fee.amount(), fee.currency(), at, by)
                        : new FeeCharged(who, what, fee.amount(), fee.currency(), at, by);
            case DecideRequest decision -> {
                if (!decision.granted()) {
                    yield new RequestDeclined(who, what, decision.reason(), at, by);
                }
                yield request.kind() == RequestKind.SUSPENSION_OF_USE
                        ? new UseSuspended(who, what, decision.reason(), at, by)
                        : new RequestGranted(who, what, decision.reason(), at, by);
            }
            case CompleteRequest _ -> new RequestCompleted(who, what, at, by);
            case LiftSuspension lifting -> new SuspensionOfUseLifted(who, what, lifting.reason(), at, by);
        };
    }
}
