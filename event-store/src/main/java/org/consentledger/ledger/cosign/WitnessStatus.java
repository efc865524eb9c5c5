package org.consentledger.ledger.cosign;

/**
 * Where the ledger stands with one witness.
 *
 * @param witness its name
 * @param size of the largest tree that it is known to have cosigned
 * @param why in a sentence, for an operator; empty where there is nothing to say
 */
public record WitnessStatus(String witness, State state, long size, String why) {

    /** What the last request came to. */
    public enum State {
        /** It was not asked yet. */
        NOT_ASKED,
        /** It has cosigned, or it has a newer tree from another process. */
        COSIGNED,
        /** It gave no cosignature, for a reason that may pass. */
        FAILED,
        /**
         * It has seen another history of this ledger: its tree is larger than the ledger, or not the beginning of it.
         * An operator must look.
         */
        CONTRADICTED
    }
}
