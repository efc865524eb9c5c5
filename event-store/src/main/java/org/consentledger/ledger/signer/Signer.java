package org.consentledger.ledger.signer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.ledger.append.CommittedGroup;
import org.consentledger.ledger.append.Covering;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.keys.CheckpointMemory;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.LedgerDamaged;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.tree.HashSource;
import org.consentledger.ledger.tree.StoredTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Signs, after each commit, the tree as it is then: one signature for all groups that wait. What other processes
 * append it signs as soon as it hears of it, with the next group or while none is there. It signs only what begins with
 * the tree that it signed last, as its own memory has it.
 *
 * <p>Where the tree is smaller or another one, it stops for good: what is committed stays acknowledged, without a
 * receipt, and nothing more is taken in until an operator has looked.
 */
public final class Signer implements Signing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);

    private final SigningKey key;
    private final CheckpointMemory memory;
    private final CheckpointRows checkpoints;
    private final StoredTree stored;
    private final Supplier<TreeRow> present;
    private final Head head;
    private final Consumer<SignedNote> onSigned;
    private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "ledger-sign");
    private volatile boolean stopping;
    private volatile @Nullable String alarm;
    private @Nullable SignedTree signed;
    /** Whether the database has the last checkpoint; where it went away in between, it gets it when it is back. */
    private boolean published;

    private record Task(CommittedGroup group, CompletableFuture<Optional<Covering>> answer) {}

    /**
     * Compares the tree with the memory and signs it, before anything is appended. An alarm does not keep the process
     * from starting: it still answers questions.
     *
     * @param present reads the tree as it is now
     * @param head what this process has heard of the ledger's size
     * @param onSigned is told each checkpoint, on the signer's thread: it returns at once and never fails
     */
    public Signer(
            SigningKey key,
            CheckpointMemory memory,
            CheckpointRows checkpoints,
            HashSource hashes,
            Supplier<TreeRow> present,
            Head head,
            Consumer<SignedNote> onSigned) {
        this.key = key;
        this.memory = memory;
        this.checkpoints = checkpoints;
        this.stored = new StoredTree(hashes);
        this.present = present;
        this.head = head;
        this.onSigned = onSigned;
        begin();
        thread.start();
    }

    private void begin() {
        checkpoints.addKey(key.verifierKey());
        try {
            // Before the tree, which others may go on with meanwhile.
            var newest = checkpoints.latest();
            var now = present.get();
            var tree = lastSigned(newest, now);
            tree.fromStore(now.size(), now.root());
            sign(tree);
            signed = tree;
        } catch (SigningRefused | NoteRejected | LedgerDamaged | IOException e) {
            stop(e);
        }
    }

    /**
     * By the memory and by the newest checkpoint in the database, whichever is larger: a memory that was put back, or is
     * another process's, knows less than was signed, and so does a database. A process that has no memory yet goes by the
     * database alone.
     */
    private SignedTree lastSigned(Optional<SignedNote> newest, TreeRow now) {
        var remembered = memory.last();
        if (remembered.isEmpty() && newest.isPresent()) {
            LOG.warn("this process remembers nothing and goes by what the database says was signed");
        }
        var trees = Stream.of(remembered, newest)
                .flatMap(Optional::stream)
                .map(note -> Checkpoint.open(note, List.of(key.verifierKey())))
                .map(checkpoint -> SignedTree.of(stored, checkpoint, now.size()))
                .toList();
        remembered.ifPresent(note -> checkpoints.add(trees.getFirst().size(), note));
        return trees.stream()
                .max(Comparator.comparingLong(SignedTree::size))
                .orElseGet(() -> new SignedTree(stored, now.size(), now.root()));
    }

    /** Why nothing is signed and nothing taken in; empty while all is well. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    @Override
    public void admit() {
        String why = alarm;
        if (why != null) {
            throw new WritesSuspended(why);
        }
    }

    @Override
    public CompletableFuture<Optional<Covering>> cover(CommittedGroup group) {
        var task = new Task(group, new CompletableFuture<>());
        waiting.add(task);
        return task.answer();
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    follow();
                    continue;
                }
                var tasks = new ArrayList<Task>();
                tasks.add(first);
                waiting.drainTo(tasks);
                var covering = cover(tasks.stream().map(Task::group).toList());
                tasks.forEach(task -> task.answer().complete(covering));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the signer", e);
        }
    }

    /** Signs what others appended, since nothing comes from this process that would cover it. */
    private void follow() {
        var tree = signed;
        if (tree != null && (head.size() > tree.size() || !published)) {
            var _ = signed(last -> {
                var now = present.get();
                last.fromStore(now.size(), now.root());
                return sign(last);
            });
        }
    }

    private Optional<Covering> cover(List<CommittedGroup> groups) {
        return signed(tree -> {
            var proofs = tree.advance(groups);
            var checkpoint = sign(tree);
            return new Covering(
                    tree.size(),
                    position -> TlogProof.of(proofs.of(position), checkpoint).encode());
        });
    }

    @FunctionalInterface
    private interface Step<T> {
        T goOn(SignedTree tree) throws IOException;
    }

    private <T> Optional<T> signed(Step<T> step) {
        var tree = signed;
        if (alarm != null || tree == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(step.goOn(tree));
        } catch (DataAccessException e) {
            LOG.warn("the database did not answer the signer; what was appended is signed later", e);
            return Optional.empty();
        } catch (RuntimeException | IOException | Error e) {
            stop(e);
            return Optional.empty();
        }
    }

    /** The memory first: a signature that nobody remembers must not leave the process. */
    private SignedNote sign(SignedTree tree) throws IOException {
        var checkpoint = new Checkpoint(key.verifierKey().name(), tree.size(), tree.root()).sign(key);
        memory.remember(checkpoint);
        published = false;
        checkpoints.add(tree.size(), checkpoint);
        published = true;
        onSigned.accept(checkpoint);
        return checkpoint;
    }

    private void stop(Throwable why) {
        alarm = why.getMessage() == null ? why.toString() : why.getMessage();
        LOG.error("ALARM: the ledger is no longer signed and takes nothing in", why);
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            if (!thread.join(STOP_WAIT)) {
                LOG.error("the signer did not end within {}", STOP_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        memory.close();
    }
}
