package org.consentledger.ledger.cosign;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.tree.StoredTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the checkpoints of this process cosigned. Only the newest one waits; the witnesses are asked about it together, in
 * rounds, so that their cosignatures come to stand under the same checkpoints. One that failed is left out until it may
 * be asked again. Nobody waits for any of this.
 */
public final class Cosigning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final WitnessClient client = new WitnessClient();
    private final List<AskedWitness> witnesses;
    private final Duration between;
    private final Thread thread = new Thread(this::run, "ledger-cosign");
    private volatile @Nullable SignedNote newest;
    private volatile boolean stopping;

    /**
     * Begins; without witnesses it does nothing.
     *
     * @param between the least time from the end of one round to the beginning of the next, so that a ledger that grows
     *     all the time is cosigned steadily and not incessantly
     * @throws org.consentledger.ledger.note.NoteRejected where two of them have one public key, or one is no witness's
     */
    public Cosigning(Collection<WitnessAddress> addresses, DataSource dataSource, Duration between) {
        var quorum = new Quorum(addresses.stream().map(WitnessAddress::key).toList(), 0);
        var rows = new CosignatureRows(dataSource);
        quorum.witnesses().forEach(rows::addWitness);
        var stored = new StoredTree(new HashRows(dataSource));
        this.witnesses = addresses.stream()
                .map(address -> new AskedWitness(
                        address,
                        client,
                        rows,
                        stored,
                        () -> TreeRow.read(dataSource).size()))
                .toList();
        this.between = between;
        if (!witnesses.isEmpty()) {
            thread.start();
        }
    }

    /** Takes the place of the checkpoint that waits, if one does; returns at once. */
    public void offer(SignedNote checkpoint) {
        newest = checkpoint;
        LockSupport.unpark(thread);
    }

    /** Where the ledger stands with each witness, in their order. */
    public List<WitnessStatus> statuses() {
        return witnesses.stream().map(AskedWitness::status).toList();
    }

    private void run() {
        while (!stopping) {
            var checkpoint = newest;
            if (checkpoint == null) {
                LockSupport.park(this);
                continue;
            }
            long size = Checkpoint.parse(checkpoint.text()).size();
            var lacking =
                    witnesses.stream().filter(witness -> witness.lacks(size)).toList();
            var due = lacking.stream().filter(witness -> witness.pause() <= 0).toList();
            if (!due.isEmpty()) {
                ask(due, checkpoint);
                pause(between.toNanos());
            } else if (lacking.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(
                        this,
                        lacking.stream().mapToLong(AskedWitness::pause).min().orElse(0));
            }
        }
    }

    /** Returns when all have answered, or failed to in time. */
    private static void ask(List<AskedWitness> due, SignedNote checkpoint) {
        try (var round = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(witness -> round.execute(() -> witness.ask(checkpoint)));
        }
    }

    private void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !stopping; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public void close() {
        stopping = true;
        client.close();
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive() && !thread.join(STOP_WAIT)) {
                LOG.error("asking the witnesses did not end within {}", STOP_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
