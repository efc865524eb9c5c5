package org.consentledger.ledger.witness;

import org.consentledger.ledger.note.NoteSignature;

/** What a witness answers to add-checkpoint. */
public sealed interface Answer {
    /** It has cosigned, and will not forget it. */
    record Cosigned(NoteSignature cosignature) implements Answer {}

    /** The old size is not that of the tree it cosigned last, which is this one. */
    record OtherSize(long latest) implements Answer {}

    /** It does not cosign; the sentence is for a person. */
    record Refused(Refusal refusal, String why) implements Answer {}
}
