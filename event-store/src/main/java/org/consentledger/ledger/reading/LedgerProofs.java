package org.consentledger.ledger.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.LeafRows;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.tree.ConsistencyProof;
import org.consentledger.ledger.tree.StoredTree;

/** Hands out events with what proves them, found by their aggregates: it reads no more of the ledger than these. */
public final class LedgerProofs {
    /** For a leaf whose row is gone; no statement is empty. */
    private static final byte[] NO_STATEMENT = {};

    private final EventRows events;
    private final LeafRows leaves;
    private final HashRows hashes;
    private final CheckpointRows checkpoints;
    private final CosignatureRows cosignatures;

    public LedgerProofs(
            EventRows events,
            LeafRows leaves,
            HashRows hashes,
            CheckpointRows checkpoints,
            CosignatureRows cosignatures) {
        this.events = events;
        this.leaves = leaves;
        this.hashes = hashes;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    /** Those of the ledger in this database, for a process that does nothing but read it. */
    public static LedgerProofs in(DataSource dataSource) {
        return new LedgerProofs(
                new EventRows(dataSource),
                new LeafRows(dataSource),
                new HashRows(dataSource),
                new CheckpointRows(dataSource),
                new CosignatureRows(dataSource));
    }

    /**
     * Events and the one checkpoint that all their proofs lead to. Nothing of it has been checked.
     *
     * @param keys that checkpoints of this ledger are signed with, the one in use first
     * @param events in ledger order
     */
    public record Proven(SignedNote checkpoint, List<VerifierKey> keys, List<ProvenEvent> events) {
        public Proven {
            keys = List.copyOf(keys);
            events = List.copyOf(events);
        }
    }

    /**
     * All events of these aggregates among the first {@code n} leaves, as they are stored.
     *
     * @return empty where no signed checkpoint covers them yet
     */
    public Optional<Proven> ofAggregates(Collection<String> aggregateIds, long n) {
        var stored = aggregateIds.stream()
                .distinct()
                .flatMap(id -> events.ofAggregate(id, 0).takeWhile(event -> event.position() < n))
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .toList();
        long last = stored.isEmpty() ? 0 : stored.getLast().position();
        return covering(last).map(checkpoint -> new Proven(checkpoint, checkpoints.keys(), proven(stored, checkpoint)));
    }

    /** That a signed tree begins with a smaller one. */
    public ConsistencyProof consistency(long first, long second) {
        return new StoredTree(hashes).consistencyProof(first, second);
    }

    /** The one that most witnesses have cosigned, as for a receipt. */
    private Optional<SignedNote> covering(long position) {
        return cosignatures
                .bestCovering(position)
                .or(checkpoints::latest)
                .filter(checkpoint -> Checkpoint.parse(checkpoint.text()).size() > position);
    }

    private List<ProvenEvent> proven(List<StoredEvent> stored, SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        var tree = new StoredTree(hashes);
        var statements =
                leaves.statements(stored.stream().map(StoredEvent::position).toList());
        return stored.stream()
                .map(event -> new ProvenEvent(
                        event.bytes(),
                        statements.getOrDefault(event.position(), NO_STATEMENT),
                        tree.inclusionProof(event.position(), size)))
                .toList();
    }
}
