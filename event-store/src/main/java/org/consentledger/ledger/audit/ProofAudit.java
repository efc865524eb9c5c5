package org.consentledger.ledger.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.ProofRejected;
import org.jspecify.annotations.Nullable;

/**
 * Holds some events of a ledger, in its order, against one signed checkpoint, without the rest of the ledger. Of each
 * aggregate it must be given all events from the first on, so that none in between was left out; that none follows is not
 * to be seen here.
 */
public final class ProofAudit {
    private final Checkpoint checkpoint;
    private final Findings findings;
    private final EventAudit events;
    private final Map<String, Long> nextSeqs = new HashMap<>();

    /** @param checkpoint whose signature was checked before */
    public ProofAudit(Checkpoint checkpoint, Findings findings) {
        this.checkpoint = checkpoint;
        this.findings = findings;
        this.events = new EventAudit(findings);
    }

    /** Checks an event, its statement and its place. */
    public void check(ProvenEvent proven) {
        var event = proven.event();
        var statement = check(event.position(), event.eventId(), proven.statement(), proven.proof());
        if (statement != null) {
            events.event(event, statement);
        }
    }

    /**
     * Checks what was said of an event, where the event itself is not there.
     *
     * @return the statement; {@code null} where it cannot be read
     */
    public @Nullable Statement check(long position, UUID eventId, byte[] canonical, InclusionProof proof) {
        if (proof.index() != position) {
            findings.add(Damage.RECEIPT_CONTRADICTED, position, "its proof is that of leaf " + proof.index());
        }
        try {
            new InclusionProof(proof.index(), checkpoint.size(), proof.path())
                    .verify(LeafEntry.of(eventId, canonical).leafHash(), checkpoint.root());
        } catch (ProofRejected e) {
            findings.add(
                    Damage.RECEIPT_CONTRADICTED,
                    position,
                    "statement and proof do not lead to the root that was signed: " + e.getMessage());
        }
        var statement = events.read(position, canonical);
        if (statement != null) {
            sequence(position, statement);
        }
        return statement;
    }

    private void sequence(long position, Statement statement) {
        long next = nextSeqs.getOrDefault(statement.aggregateId(), 0L);
        if (statement.seq() != next) {
            findings.add(
                    Damage.EVENT_MISSING,
                    position,
                    "this is number " + statement.seq() + " of its aggregate, number " + next + " is not there");
        }
        nextSeqs.put(statement.aggregateId(), statement.seq() + 1);
    }
}
