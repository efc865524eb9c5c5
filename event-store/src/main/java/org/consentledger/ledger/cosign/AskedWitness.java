package org.consentledger.ledger.cosign;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.consentledger.ledger.cosign.WitnessStatus.State;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One witness, as this process knows it: the size of the tree it cosigned last, and when it may be asked again. A
 * witness that fails is asked again after a second, and after twice as long each further time, up to five minutes.
 */
final class AskedWitness {
    private static final Logger LOG = LoggerFactory.getLogger(AskedWitness.class);
    /** Other processes of the same ledger may advance the witness between two requests. */
    private static final int MOST_REQUESTS = 3;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final WitnessAddress address;
    private final WitnessClient client;
    private final CosignatureRows rows;
    private final StoredTree stored;
    private final LongSupplier presentSize;
    private int failures;
    private long notBefore = System.nanoTime();
    private volatile WitnessStatus status;

    /** @param presentSize how many leaves the ledger has now, whoever appended them */
    AskedWitness(
            WitnessAddress address,
            WitnessClient client,
            CosignatureRows rows,
            StoredTree stored,
            LongSupplier presentSize) {
        this.address = address;
        this.client = client;
        this.rows = rows;
        this.stored = stored;
        this.presentSize = presentSize;
        this.status = new WitnessStatus(address.key().name(), State.NOT_ASKED, rows.newestSize(address.key()), "");
    }

    WitnessStatus status() {
        return status;
    }

    /** Whether it has not cosigned a tree of that size, or a larger one, and should. */
    boolean lacks(long size) {
        return status.state() != State.COSIGNED || status.size() < size;
    }

    /** How long it must not be asked yet, in nanoseconds; 0 or less where it may be asked now. */
    long pause() {
        return notBefore - System.nanoTime();
    }

    /** Asks, and keeps the cosignature. Whatever goes wrong is remembered and tried again later, never thrown. */
    void ask(SignedNote note) {
        try {
            ask(note, Checkpoint.parse(note.text()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("asking {} failed", address.key().name(), e);
            fail(State.FAILED, status.size(), "this ledger could not ask it: " + e);
        }
    }

    private void ask(SignedNote note, Checkpoint checkpoint) throws InterruptedException {
        long oldSize = Math.min(status.size(), checkpoint.size());
        for (int request = 0; request < MOST_REQUESTS; request++) {
            switch (client.send(address, new AddCheckpoint(oldSize, proof(oldSize, checkpoint.size()), note))) {
                case Reply.Cosigned(var cosignature) -> {
                    rows.add(checkpoint, cosignature);
                    succeed(checkpoint.size());
                    return;
                }
                case Reply.KnowsSize(long size)
                when size > checkpoint.size() -> {
                    overtaken(size);
                    return;
                }
                case Reply.KnowsSize(long size) -> oldSize = size;
                case Reply.Contradicted(String why) -> {
                    fail(
                            State.CONTRADICTED,
                            oldSize,
                            "it has cosigned a tree of " + oldSize + " leaves that this one of " + checkpoint.size()
                                    + " does not begin with: " + why);
                    return;
                }
                case Reply.Failed(String why) -> {
                    fail(State.FAILED, oldSize, why);
                    return;
                }
            }
        }
        fail(State.FAILED, oldSize, "it named another size " + MOST_REQUESTS + " times");
    }

    private List<Hash> proof(long oldSize, long size) {
        return oldSize == 0 ? List.of() : stored.consistencyProof(oldSize, size).path();
    }

    /** By another process of this ledger, or by another ledger under the same key. */
    private void overtaken(long size) {
        long present = presentSize.getAsLong();
        if (size <= present) {
            succeed(size);
        } else {
            fail(
                    State.CONTRADICTED,
                    size,
                    "it has cosigned a tree of " + size + " leaves, this ledger has " + present
                            + ": an older database was put back, or the key signs another ledger");
        }
    }

    private void succeed(long size) {
        failures = 0;
        if (status.state() != State.COSIGNED) {
            LOG.info("{} cosigns, now at size {}", address.key().name(), size);
        }
        status = new WitnessStatus(address.key().name(), State.COSIGNED, size, "");
    }

    private void fail(State state, long size, String why) {
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        notBefore = System.nanoTime() + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
        if (status.state() != state) {
            tell(state, why);
        }
        status = new WitnessStatus(address.key().name(), state, size, why);
    }

    /** Once, when it begins. */
    private void tell(State state, String why) {
        if (state == State.CONTRADICTED) {
            LOG.error("ALARM: {} contradicts this ledger: {}", address.key().name(), why);
        } else {
            LOG.warn("{} does not cosign: {}", address.key().name(), why);
        }
    }
}
