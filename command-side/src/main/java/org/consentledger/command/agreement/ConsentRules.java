package org.consentledger.command.agreement;

import static org.consentledger.command.platform.Code.CUSTOMER_LEFT;
import static org.consentledger.command.platform.Code.NOT_BOUND;
import static org.consentledger.command.platform.Code.PURPOSE_NOT_VOLUNTARY;
import static org.consentledger.command.platform.Code.PURPOSE_UNKNOWN;
import static org.consentledger.command.platform.Code.REQUIRED_BY_LAW;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.standing.CustomerFact.Outcome;
import org.consentledger.standing.Standing;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.Standing.PurposeState;

/** What may be recorded as a customer's decision on one purpose of use, apart from accepting an edition. */
final class ConsentRules {
    /** After a consent was given and not withdrawn, whether or not it still covers what the terms say now. */
    private static final Set<PurposeState> GIVEN = EnumSet.of(PurposeState.CONSENTED, PurposeState.RENEWAL_REQUIRED);

    private ConsentRules() {}

    /** A purpose is decided on only where an edition states it and leaves it to the customer. */
    static void someEditionLeavesItToTheCustomer(TermsAsRecorded terms, PurposeId purposeId) {
        terms.chosen();
        var modes = EnumSet.noneOf(Mode.class);
        terms.published().values().stream()
                .flatMap(edition -> edition.purpose(purposeId).stream())
                .map(PurposeOfUse::mode)
                .forEach(modes::add);
        if (modes.isEmpty()) {
            throw new CommandRejected(PURPOSE_UNKNOWN, purposeId);
        }
        if (!modes.contains(Mode.VOLUNTARY)) {
            leftToTheCustomer(purposeId, modes.iterator().next());
        }
    }

    /** Only who is bound to an edition then has something to decide on; who left does not have it any more. */
    static void customerIsBound(Standing standing) {
        switch (standing.mode()) {
            case ACCEPTED, NOTICE -> {}
            case ENDED -> throw new CommandRejected(CUSTOMER_LEFT);
            case NONE -> throw new CommandRejected(NOT_BOUND);
        }
    }

    /** What counts is the edition that binds the customer then. */
    static void editionLeavesItToTheCustomer(Standing standing, PurposeId purposeId) {
        var stated = state(standing, purposeId).orElseThrow(() -> new CommandRejected(PURPOSE_UNKNOWN, purposeId));
        leftToTheCustomer(purposeId, stated.purpose().mode());
    }

    /**
     * Nobody withdraws what was never given. What was taken over from the past is a fact, whatever the ledger knows of the
     * time before.
     */
    static void thereIsAConsentToWithdraw(Standing standing, DecideOnPurpose command) {
        if (command.outcome() == Outcome.WITHDRAWN
                && !command.act().isTakenOver()
                && state(standing, command.purposeId())
                        .filter(stated -> GIVEN.contains(stated.state()))
                        .isEmpty()) {
            throw new StateConflict(Why.NO_CONSENT_TO_WITHDRAW, command.purposeId());
        }
    }

    /** A person decides on what is voluntary and on nothing else. */
    static void leftToTheCustomer(PurposeId purposeId, Mode mode) {
        switch (mode) {
            case VOLUNTARY -> {}
            case WITH_TERMS -> throw new CommandRejected(PURPOSE_NOT_VOLUNTARY, purposeId);
            case REQUIRED_BY_LAW -> throw new CommandRejected(REQUIRED_BY_LAW, purposeId);
        }
    }

    private static Optional<OfPurpose> state(Standing standing, PurposeId purposeId) {
        return standing.purposes().stream()
                .filter(stated -> stated.purpose().purposeId().equals(purposeId))
                .findFirst();
    }
}
