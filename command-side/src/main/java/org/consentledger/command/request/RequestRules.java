package org.consentledger.command.request;

import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.command.request.StepCommand.CheckIdentity;
import org.consentledger.command.request.StepCommand.CompleteRequest;
import org.consentledger.command.request.StepCommand.DecideRequest;
import org.consentledger.command.request.StepCommand.LiftSuspension;
import org.consentledger.command.request.StepCommand.RecordFee;
import org.consentledger.requests.RequestState;

/**
 * In which order the steps of a request follow each other (第32条第3項): identity check, fee, decision, completion; none is
 * skipped.
 */
final class RequestRules {
    private RequestRules() {}

    /**
     * Holds a step against the order.
     *
     * @throws CommandRejected {@code IDENTITY_NOT_CONFIRMED}, {@code STATE_CONFLICT}
     */
    static void follows(StepCommand step, KnownRequest request) {
        switch (step) {
            case CheckIdentity _ -> identityIsNotConfirmedYet(request.state());
            case RecordFee fee -> {
                identityIsConfirmed(request.state());
                feeIsNotPaidYet(request.state());
                asMuchIsPaidAsWasCharged(fee, request);
            }
            case DecideRequest decision -> mayBeDecided(decision, request.state());
            case CompleteRequest _ -> isDecided(request.state());
            case LiftSuspension _ -> suspends(request);
        }
    }

    /** A check that failed may be made again. */
    private static void identityIsNotConfirmedYet(RequestState state) {
        switch (state) {
            case RECEIVED, IDENTITY_NOT_CONFIRMED -> {}
            case IDENTITY_CONFIRMED, FEE_CHARGED, FEE_PAID, GRANTED, DECLINED, COMPLETED -> throw outOfOrder(state);
        }
    }

    private static void identityIsConfirmed(RequestState state) {
        switch (state) {
            case RECEIVED, IDENTITY_NOT_CONFIRMED -> throw new CommandRejected(Code.IDENTITY_NOT_CONFIRMED);
            case IDENTITY_CONFIRMED, FEE_CHARGED, FEE_PAID, GRANTED, DECLINED, COMPLETED -> {}
        }
    }

    private static void feeIsNotPaidYet(RequestState state) {
        if (state != RequestState.IDENTITY_CONFIRMED && state != RequestState.FEE_CHARGED) {
            throw outOfOrder(state);
        }
    }

    private static void asMuchIsPaidAsWasCharged(RecordFee fee, KnownRequest request) {
        var charged = request.charged();
        if (fee.paid()
                && charged != null
                && !(charged.amount() == fee.amount() && charged.currency().equals(fee.currency()))) {
            throw new StateConflict(Why.ANOTHER_FEE_CHARGED, Long.toString(charged.amount()), charged.currency());
        }
    }

    /** Without a known identity or the fee that was charged, a request may be declined and nothing else. */
    private static void mayBeDecided(DecideRequest decision, RequestState state) {
        switch (state) {
            case FEE_PAID -> {}
            case RECEIVED -> throw new CommandRejected(Code.IDENTITY_NOT_CONFIRMED);
            case IDENTITY_NOT_CONFIRMED -> {
                if (decision.granted()) {
                    throw new CommandRejected(Code.IDENTITY_NOT_CONFIRMED);
                }
            }
            case FEE_CHARGED -> {
                if (decision.granted()) {
                    throw outOfOrder(state);
                }
            }
            case IDENTITY_CONFIRMED, GRANTED, DECLINED, COMPLETED -> throw outOfOrder(state);
        }
    }

    private static void isDecided(RequestState state) {
        identityIsConfirmed(state);
        if (state != RequestState.GRANTED && state != RequestState.DECLINED) {
            throw outOfOrder(state);
        }
    }

    private static void suspends(KnownRequest request) {
        if (!request.suspends()) {
            throw new StateConflict(Why.NO_SUSPENSION_TO_LIFT);
        }
    }

    private static StateConflict outOfOrder(RequestState state) {
        return new StateConflict(Why.STEP_OUT_OF_ORDER, state);
    }
}
