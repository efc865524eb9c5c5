package org.consentledger.ledger.note;

import java.util.Collection;
import java.util.List;

/**
 * The witnesses that a reader trusts, and how many of them must have cosigned before he believes a checkpoint: the k of
 * n of C2SP tlog-policy.
 *
 * @param witnesses keys that cosign, no two of them with one public key
 * @param needed from 0 to the number of witnesses
 */
public record Quorum(List<VerifierKey> witnesses, int needed) {
    /** Of a reader who knows no witnesses. */
    public static final Quorum NONE = new Quorum(List.of(), 0);

    public Quorum {
        witnesses = List.copyOf(witnesses);
        for (var witness : witnesses) {
            if (witness.type() != SignatureType.COSIGNATURE_V1) {
                throw new NoteRejected("not the key of a witness: " + witness);
            }
            if (witnesses.stream().filter(witness::isSamePublicKeyAs).count() > 1) {
                throw new NoteRejected("one public key is one witness, whatever its names: " + witness);
            }
        }
        if (needed < 0 || needed > witnesses.size()) {
            throw new NoteRejected("a quorum of " + needed + " of " + witnesses.size() + " witnesses is none");
        }
    }

    /** @param cosignatures of these witnesses, verified */
    public boolean isMetBy(Collection<Cosignature> cosignatures) {
        return cosignatures.stream().map(Cosignature::witness).distinct().count() >= needed;
    }
}
