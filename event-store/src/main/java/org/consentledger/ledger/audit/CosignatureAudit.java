package org.consentledger.ledger.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tree.StoredTree;
import org.jspecify.annotations.Nullable;

/**
 * Holds each cosignature against its witness's key, and what was cosigned against the tree; counts those of the witnesses
 * that the reader trusts.
 */
public final class CosignatureAudit {
    private final StoredTree tree;
    private final long size;
    private final Set<String> origins;
    private final Quorum quorum;
    private final Findings findings;
    private final Map<VerifierKey, Newest> newest = new LinkedHashMap<>();
    private final Map<Long, Set<VerifierKey>> beyondQuorum = new HashMap<>();
    private long quorumSize = -1;
    private @Nullable String lastText;
    private @Nullable Checkpoint lastCheckpoint;
    private long count;

    private record Newest(long size, Instant time) {}

    /**
     * @param tree as it is stored, and was audited before
     * @param size that it was found to have
     * @param logKeys whose names are this ledger's origin
     * @param quorum the witnesses whom the reader trusts; {@link Quorum#NONE} where he asks for none
     */
    public CosignatureAudit(
            StoredTree tree, long size, Collection<VerifierKey> logKeys, Quorum quorum, Findings findings) {
        this.tree = tree;
        this.size = size;
        this.origins = logKeys.stream().map(VerifierKey::name).collect(Collectors.toSet());
        this.quorum = quorum;
        this.findings = findings;
    }

    /**
     * Checks one.
     *
     * @param text of the checkpoint that was cosigned
     * @param line the signature line
     * @param vkey whose it is said to be
     */
    public void check(String text, String line, String vkey) {
        long number = count++;
        try {
            var checkpoint = checkpoint(text);
            var witness = VerifierKey.parse(vkey);
            var note = new SignedNote(text, List.of(NoteSignature.parse(line)));
            var cosignature = Cosignature.on(note, List.of(witness)).stream().findFirst();
            if (cosignature.isEmpty()) {
                invalid(number, "it is not one of " + vkey);
            } else if (checkpoint != null) {
                note(checkpoint, cosignature.get());
            }
        } catch (NoteRejected e) {
            invalid(number, String.valueOf(e.getMessage()));
        }
    }

    private void invalid(long number, String why) {
        findings.add(Damage.COSIGNATURE_NOT_VALID, Finding.NOWHERE, "cosignature " + number + ": " + why);
    }

    /** The checkpoint, where the tree has it; told and {@code null} where not. */
    private @Nullable Checkpoint checkpoint(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            var cosigned = Checkpoint.parse(text);
            lastCheckpoint = isOfTheTree(cosigned) ? cosigned : null;
        }
        return lastCheckpoint;
    }

    private boolean isOfTheTree(Checkpoint cosigned) {
        if (!origins.contains(cosigned.origin())) {
            return contradicted(0, "another log was cosigned: " + cosigned.origin());
        }
        if (cosigned.size() > size) {
            return contradicted(size, "a tree of " + cosigned.size() + " leaves was cosigned, there are " + size);
        }
        try {
            if (!tree.root(cosigned.size()).equals(cosigned.root())) {
                return contradicted(
                        Finding.NOWHERE, "the tree of size " + cosigned.size() + " is not the one that was cosigned");
            }
        } catch (IllegalStateException e) {
            findings.remark("what was cosigned at size " + cosigned.size() + " was not compared: " + e.getMessage());
            return false;
        }
        return true;
    }

    private boolean contradicted(long position, String what) {
        findings.add(Damage.COSIGNATURE_CONTRADICTED, position, what);
        return false;
    }

    private void note(Checkpoint checkpoint, Cosignature cosignature) {
        var witness = cosignature.witness();
        newest.merge(
                witness,
                new Newest(checkpoint.size(), cosignature.time()),
                (one, other) -> one.size() < other.size() ? other : one);
        if (quorum.witnesses().contains(witness) && checkpoint.size() > quorumSize) {
            var witnesses = beyondQuorum.computeIfAbsent(checkpoint.size(), _ -> new HashSet<>());
            witnesses.add(witness);
            if (witnesses.size() >= quorum.needed()) {
                quorumSize = checkpoint.size();
                beyondQuorum.keySet().removeIf(smaller -> smaller <= quorumSize);
            }
        }
    }

    /** No cosignature follows: who cosigned what is told, and whether the quorum was met. */
    public void finish() {
        newest.forEach((witness, last) -> findings.remark(witness.name() + " has cosigned up to size " + last.size()
                + ", at " + last.time()
                + (quorum.witnesses().contains(witness)
                        ? ""
                        : "; compare its key with one that you have from elsewhere: " + witness)));
        quorum.witnesses().stream()
                .filter(witness -> !newest.containsKey(witness))
                .forEach(witness -> findings.remark(witness.name() + " has cosigned nothing"));
        if (quorum.witnesses().isEmpty()) {
            return;
        }
        String asked = quorum.needed() + " of the " + quorum.witnesses().size() + " witnesses";
        if (quorumSize < 0) {
            findings.add(
                    Damage.QUORUM_NOT_MET, Finding.NOWHERE, "no checkpoint was cosigned by " + asked + " asked for");
        } else {
            findings.remark("cosigned by " + asked + " asked for: the first " + quorumSize + " of " + size + " leaves");
        }
    }
}
