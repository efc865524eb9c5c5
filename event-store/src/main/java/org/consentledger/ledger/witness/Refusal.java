package org.consentledger.ledger.witness;

/** Why a witness does not cosign, each with the status that the specification gives it. */
public enum Refusal {
    /** The request is not in the form that it must have. */
    MALFORMED(400),
    /** The old size is beyond the checkpoint's. */
    OLD_SIZE_BEYOND(400),
    /** No key that the witness trusts for this log signed the checkpoint, or one signed something else. */
    NOT_SIGNED(403),
    /** The witness does not follow this log. */
    UNKNOWN_LOG(404),
    /** The witness cannot keep so long a checkpoint. */
    TOO_LONG(413),
    /** The checkpoint does not continue the tree that was cosigned last. */
    INCONSISTENT(422),
    /** The witness is in no state to cosign anything; its operator must look. */
    UNABLE(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** As an HTTP status. */
    public int status() {
        return status;
    }
}
