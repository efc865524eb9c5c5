package org.consentledger.ledger.note;

/** A key, a note, a checkpoint or a receipt is malformed, or is not signed by who should have signed it. */
public final class NoteRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoteRejected(String reason) {
        super(reason);
    }

    NoteRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
