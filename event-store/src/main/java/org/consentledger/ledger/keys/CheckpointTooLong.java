package org.consentledger.ledger.keys;

import java.io.IOException;

/** A checkpoint does not fit a memory; nothing was written. */
public final class CheckpointTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    CheckpointTooLong(int bytes) {
        super("a checkpoint of " + bytes + " bytes does not fit the memory");
    }
}
