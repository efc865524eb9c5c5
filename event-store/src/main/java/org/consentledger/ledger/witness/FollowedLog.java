package org.consentledger.ledger.witness;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.keys.CheckpointMemory;
import org.consentledger.ledger.keys.CheckpointTooLong;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tree.ConsistencyProof;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.ProofRejected;
import org.consentledger.ledger.tree.TreeHashing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log as the witness knows it: whose signatures it trusts, and which tree it cosigned last. A cosignature leaves
 * only after the memory is on the disk, and one request is looked at after the other; so whatever happens, no two trees
 * are cosigned of which the larger does not begin with the smaller.
 */
final class FollowedLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedLog.class);

    private final List<VerifierKey> keys;
    private final SigningKey witness;
    private final CheckpointMemory memory;
    private final InstantSource clock;
    private boolean stopped;

    /** @throws KeyRefused where the memory is another witness's */
    FollowedLog(List<VerifierKey> keys, SigningKey witness, CheckpointMemory memory, InstantSource clock) {
        this.keys = List.copyOf(keys);
        this.witness = witness;
        this.memory = memory;
        this.clock = clock;
        if (latest().isPresent() && lastTime().isEmpty()) {
            throw new KeyRefused("what is remembered of " + keys.getFirst().name() + " was not cosigned by " + witness);
        }
    }

    /** What was cosigned last, with the log's signatures and the witness's; empty where nothing was. */
    Optional<SignedNote> latest() {
        return memory.last();
    }

    /**
     * Answers a request whose origin is this log's, by the checks of C2SP tlog-witness, "add-checkpoint", in their
     * order.
     *
     * @param checkpoint what the request's note says, not verified yet
     */
    Answer add(AddCheckpoint request, Checkpoint checkpoint) {
        // The witness MUST verify the checkpoint signature against the public key(s) it trusts for the checkpoint
        // origin, and it MUST ignore signatures from unknown keys (403).
        SignedNote signed;
        try {
            signed = request.checkpoint().only(keys);
        } catch (NoteRejected e) {
            return new Answer.Refused(Refusal.NOT_SIGNED, String.valueOf(e.getMessage()));
        }
        // The old size MUST be equal to or lower than the checkpoint size (400).
        if (request.oldSize() > checkpoint.size()) {
            return new Answer.Refused(Refusal.OLD_SIZE_BEYOND, "the old size is beyond the checkpoint's");
        }
        return addSigned(request, checkpoint, signed);
    }

    /** Checking against the latest checkpoint and persisting the new one MUST be atomic. */
    private synchronized Answer addSigned(AddCheckpoint request, Checkpoint checkpoint, SignedNote signed) {
        var latest = latest().map(note -> Checkpoint.parse(note.text()));
        long latestSize = latest.map(Checkpoint::size).orElse(0L);
        Hash latestRoot = latest.map(Checkpoint::root).orElse(TreeHashing.EMPTY_ROOT);
        // The witness MUST check that the old size matches the size of the latest checkpoint it cosigned for the
        // checkpoint's origin, or zero if it never cosigned one (409).
        if (request.oldSize() != latestSize) {
            return new Answer.OtherSize(latestSize);
        }
        // A checkpoint of size zero MUST have the root hash of the empty tree (422).
        if (checkpoint.size() == 0 && !checkpoint.root().equals(TreeHashing.EMPTY_ROOT)) {
            return inconsistent(request, "a tree without leaves has another root");
        }
        // If the old size is zero, the consistency proof MUST be empty (422).
        if (request.oldSize() == 0 && !request.proof().isEmpty()) {
            return inconsistent(request, "from the empty tree there is nothing to prove");
        }
        // Otherwise the lines MUST encode a Merkle Consistency Proof from the old size to the checkpoint size; and if
        // the sizes are equal, the root hashes must be (422).
        if (request.oldSize() > 0) {
            try {
                new ConsistencyProof(request.oldSize(), checkpoint.size(), request.proof())
                        .verify(latestRoot, checkpoint.root());
            } catch (ProofRejected e) {
                return inconsistent(request, String.valueOf(e.getMessage()));
            }
        }
        // The witness MUST persist the new checkpoint before responding (200).
        return cosign(checkpoint, signed);
    }

    /** A checkpoint that the log signed and that does not continue what it signed before is evidence. */
    private static Answer inconsistent(AddCheckpoint request, String why) {
        LOG.warn(
                "not consistent from size {}: {}\n{}",
                request.oldSize(),
                why,
                request.checkpoint().encode());
        return new Answer.Refused(Refusal.INCONSISTENT, why);
    }

    private Answer cosign(Checkpoint checkpoint, SignedNote signed) {
        if (stopped) {
            return new Answer.Refused(Refusal.UNABLE, "the witness could not write its memory");
        }
        // To say that a smaller tree was the largest at a later time would be false.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (lastTime().filter(now::isBefore).isPresent()) {
            LOG.error("the clock is behind the last cosignature for {}", checkpoint.origin());
            return new Answer.Refused(Refusal.UNABLE, "the witness's clock is behind its last cosignature");
        }
        var cosignature = witness.cosign(checkpoint, now);
        try {
            memory.remember(signed.with(cosignature));
        } catch (CheckpointTooLong e) {
            return new Answer.Refused(Refusal.TOO_LONG, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // What is on the disk is known only when it is read again.
            stopped = true;
            LOG.error(
                    "the memory of {} cannot be written: nothing is cosigned until the witness is started again",
                    checkpoint.origin(),
                    e);
            return new Answer.Refused(Refusal.UNABLE, "the witness could not write its memory");
        }
        return new Answer.Cosigned(cosignature);
    }

    private Optional<Instant> lastTime() {
        return latest().flatMap(note -> Cosignature.on(note, List.of(witness.verifierKey())).stream()
                .findFirst()
                .map(Cosignature::time));
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }
}
