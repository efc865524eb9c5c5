package org.consentledger.command.platform;

/** What is asked for does not fit what is recorded already; code {@code STATE_CONFLICT}. */
public final class StateConflict extends CommandRejected {
    private final Why why;

    /** What does not fit; each has its text in {@code problems_*.properties}. */
    public enum Why {
        ALREADY_REGISTERED,
        /** Argument: the number of the edition. */
        EDITION_NAMED_BY_A_RECORD,
        RECORD_ALREADY_ANNULLED,
        HOLD_ALREADY_RELEASED,
        HAS_NOT_LEFT,
        NOTHING_RECORDED,
        /** Argument: the purpose of use. */
        NO_CONSENT_TO_WITHDRAW,
        /** Argument: where the request stands. */
        STEP_OUT_OF_ORDER,
        /** Arguments: amount and currency of the charge. */
        ANOTHER_FEE_CHARGED,
        NO_SUSPENSION_TO_LIFT
    }

    public StateConflict(Why why, Object... arguments) {
        super(Code.STATE_CONFLICT, arguments);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
