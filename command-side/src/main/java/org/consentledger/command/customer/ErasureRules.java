package org.consentledger.command.customer;

import static org.consentledger.command.platform.Code.CUSTOMER_ERASED;
import static org.consentledger.command.platform.Code.FOUR_EYES;
import static org.consentledger.command.platform.Code.LEGAL_HOLD;
import static org.consentledger.command.platform.Code.RECORD_UNKNOWN;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RetentionRunning;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.requests.LegalPeriods;
import org.consentledger.standing.Retention;
import org.jspecify.annotations.Nullable;

/** When a customer's personal data may be erased, and legal holds released. */
final class ErasureRules {
    private ErasureRules() {}

    /** What is erased is not erased again; nor could the ledger take the event. */
    static void isNotErased(ErasureState state) {
        if (state.isErased()) {
            throw new CommandRejected(CUSTOMER_ERASED);
        }
    }

    /** Nothing of a customer is erased while any legal hold stands. */
    static void noLegalHoldStands(ErasureState state) {
        if (state.isHeld()) {
            throw new CommandRejected(LEGAL_HOLD);
        }
    }

    /** Of whom nothing was ever recorded, there is nothing to erase. */
    static void somethingIsRecorded(boolean isKnown) {
        if (!isKnown) {
            throw new StateConflict(Why.NOTHING_RECORDED);
        }
    }

    /** Who is bound, or waits for an accepted edition to take effect, has not left. */
    static void customerHasLeft(List<StandingWithTerms> everywhere) {
        if (everywhere.stream().map(StandingWithTerms::standing).anyMatch(DepartureRules::wouldEnd)) {
            throw new StateConflict(Why.HAS_NOT_LEFT);
        }
    }

    /** What a purpose of use needs after leaving is kept for as long as the terms say. */
    static void noRetentionRuns(List<StandingWithTerms> everywhere, Instant now) {
        everywhere.stream()
                .flatMap(one -> one.retentions().stream())
                .filter(retention -> retention.runsAt(now))
                .max(Comparator.comparing(Retention::keptUntil))
                .ifPresent(last -> {
                    throw new RetentionRunning(last.keptUntil(), last.zone());
                });
    }

    /** The record of a provision to a third party, recipient and items included, is kept as long as the law says (APPI 29(2)). */
    static void noProvisionIsKept(Optional<Instant> keptUntil, Instant now) {
        keptUntil.filter(now::isBefore).ifPresent(until -> {
            throw new RetentionRunning(until, LegalPeriods.ZONE);
        });
    }

    /** What was not asked for is not approved. */
    static void isRequested(ErasureState state, String erasureId) {
        if (!state.isRequested(erasureId)) {
            throw new CommandRejected(RECORD_UNKNOWN);
        }
    }

    /** Who asked for an erasure does not approve it, as far as is known who calls. */
    static void somebodyElseApproves(@Nullable String requestedBy, @Nullable String approvedBy) {
        if (approvedBy != null && approvedBy.equals(requestedBy)) {
            throw new CommandRejected(FOUR_EYES);
        }
    }

    /** A hold is released once. */
    static void holdStands(ErasureState state, String holdId) {
        if (state.wasReleased(holdId)) {
            throw new StateConflict(Why.HOLD_ALREADY_RELEASED);
        }
        if (!state.stands(holdId)) {
            throw new CommandRejected(RECORD_UNKNOWN);
        }
    }
}
