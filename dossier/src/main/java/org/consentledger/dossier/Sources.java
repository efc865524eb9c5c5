package org.consentledger.dossier;

import java.util.List;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier is made of; all else in it follows from this.
 *
 * @param checkpoint that all proofs lead to, with cosignatures
 * @param keys that checkpoints of the ledger are signed with; they prove nothing to who has them from here alone
 * @param relevant in ledger order
 * @param others in ledger order
 * @param handedKeys of the customer, where the contents are disputed and the keys were asked for
 * @param stamp {@code null} where no time stamp covers the events yet
 */
public record Sources(
        Question question,
        SignedNote checkpoint,
        List<VerifierKey> keys,
        List<RelevantEvent> relevant,
        List<OtherEvent> others,
        List<HandedKey> handedKeys,
        @Nullable Stamp stamp) {
    public Sources {
        keys = List.copyOf(keys);
        relevant = List.copyOf(relevant);
        others = List.copyOf(others);
        handedKeys = List.copyOf(handedKeys);
    }
}
