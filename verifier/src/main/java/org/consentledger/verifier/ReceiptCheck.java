package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventAudit;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.statement.StatementRejected;
import org.consentledger.ledger.tree.ProofRejected;

/**
 * Checks one receipt. A receipt says that a leaf is in the ledger; which event that is follows from what the holder has
 * beside it: the entry, the statement, or the event itself. The more he gives, the more is checked.
 */
public final class ReceiptCheck {
    private final List<VerifierKey> keys;
    private final Quorum quorum;
    private final Findings findings = new Findings();
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * @param keys of the ledger, which the reader has from somewhere he trusts
     * @param quorum of the witnesses that he trusts
     */
    public ReceiptCheck(Collection<VerifierKey> keys, Quorum quorum) {
        this.keys = List.copyOf(keys);
        this.quorum = quorum;
    }

    /** Checks against an entry of the log, as it stands in an entry bundle. */
    public ReceiptVerdict entry(byte[] receipt, byte[] entry) {
        return check(receipt, () -> LeafEntry.parse(entry));
    }

    /** Checks against the statement about an event. */
    public ReceiptVerdict statement(byte[] receipt, byte[] statement) {
        return check(receipt, () -> LeafEntry.of(Statement.parse(statement).eventId(), statement));
    }

    /** Checks against an event with its statement, as a line of an exported ledger. */
    public ReceiptVerdict event(byte[] receipt, byte[] line) {
        return check(receipt, () -> {
            var event = EventLine.parse(line);
            var statement = Statement.parse(event.statement());
            new EventAudit(findings).event(event.event(), statement);
            comparePosition(receipt, event.event());
            return LeafEntry.of(statement.eventId(), event.statement());
        });
    }

    private void comparePosition(byte[] receipt, EventBytes event) {
        long index = TlogProof.parse(receipt).index();
        if (index != event.position()) {
            findings.add(Damage.OTHER_EVENT, index, "the event says that its position is " + event.position());
        }
    }

    /** Makes the entry out of what the holder has. */
    @FunctionalInterface
    private interface Holding {
        LeafEntry entry();
    }

    private ReceiptVerdict check(byte[] receipt, Holding holding) {
        Optional<Checkpoint> checkpoint = Optional.empty();
        List<Cosignature> cosignatures = List.of();
        long index = Finding.NOWHERE;
        try {
            var proof = TlogProof.parse(receipt);
            index = proof.index();
            if (proof.extra() != null) {
                remarks.add(
                        Remark.of(Remark.Code.EXTRA_DATA, "the receipt carries extra data, which nothing vouches for"));
            }
            cosignatures = cosignatures(proof);
            checkpoint = Optional.of(proof.verify(holding.entry().leafHash(), keys));
        } catch (NoteRejected e) {
            findings.add(Damage.CHECKPOINT_NOT_SIGNED, index, "the receipt: " + e.getMessage());
        } catch (ProofRejected e) {
            findings.add(Damage.RECEIPT_CONTRADICTED, index, "the receipt: " + e.getMessage());
        } catch (StatementRejected e) {
            findings.add(Damage.STATEMENT_REWRITTEN, index, "what was given with it: " + e.getMessage());
        } catch (LineRejected e) {
            findings.add(Damage.FILE_MALFORMED, index, "the event: " + e.getMessage());
        }
        return new ReceiptVerdict(checkpoint, index, cosignatures, findings.kept(), remarks);
    }

    /** Those of the witnesses that the reader trusts. */
    private List<Cosignature> cosignatures(TlogProof proof) {
        try {
            var cosignatures = Cosignature.on(proof.checkpoint(), quorum.witnesses());
            if (!quorum.isMetBy(cosignatures)) {
                findings.add(
                        Damage.QUORUM_NOT_MET,
                        Finding.NOWHERE,
                        "cosigned by " + cosignatures.size() + " of the "
                                + quorum.witnesses().size() + " witnesses, asked for are " + quorum.needed());
            }
            return cosignatures;
        } catch (NoteRejected e) {
            findings.add(Damage.COSIGNATURE_NOT_VALID, Finding.NOWHERE, "the receipt: " + e.getMessage());
            return List.of();
        }
    }
}
