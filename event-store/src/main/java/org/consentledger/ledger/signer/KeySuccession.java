package org.consentledger.ledger.signer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.KeyChange.Reason;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.rows.LedgerDamaged;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.tree.StoredTree;

/**
 * A new key takes the place of the old one, while nobody signs with either. What the old one signed last and what the
 * new one signs first are published together, so that whoever follows the ledger sees the change and judges it.
 *
 * <p>Killed at any line and run again, it goes on with the same new key.
 */
public final class KeySuccession {
    private final KeyDirectory directory;
    private final KeyChangeRows changes;
    private final StoredTree stored;
    private final TreeRow present;

    /** @param dataSource of the ledger that is signed with the keys in the directory */
    public KeySuccession(KeyDirectory directory, DataSource dataSource) {
        this.directory = directory;
        this.changes = new KeyChangeRows(dataSource);
        this.stored = new StoredTree(new HashRows(dataSource));
        this.present = TreeRow.read(dataSource);
    }

    /**
     * Hands a ledger that goes on over to a new key; the first checkpoint has the signatures of both.
     *
     * @throws KeyRefused where the ledger is not the one that was signed, nothing was signed yet, or a signer is running
     */
    public SignedNote rotate() throws IOException {
        return change(Reason.ROTATION);
    }

    /**
     * States that the ledger was put back on purpose to a state that does not begin with what was signed.
     *
     * @throws KeyRefused where it does begin with it, nothing was signed yet, or a signer is running
     */
    public SignedNote declareRestore() throws IOException {
        return change(Reason.RESTORE);
    }

    private SignedNote change(Reason reason) throws IOException {
        if (!directory.hasKey()) {
            throw new KeyRefused("there is no key yet; the first start makes one");
        }
        try (var memory = directory.memoryAlone()) {
            var key = directory.key(null);
            var last = memory.last().orElseThrow(() -> new KeyRefused("nothing was signed with this key yet"));
            if (directory.hasSuccessor() && isSignedBy(last, directory.successor())) {
                directory.succeed();
                return last;
            }
            check(reason, Checkpoint.open(last, List.of(key.verifierKey())));
            var successor = directory.successor();
            var first = changes.publish(
                    reason,
                    key.verifierKey(),
                    successor.verifierKey(),
                    last,
                    sign(reason, key, successor),
                    present.size());
            memory.remember(first);
            directory.succeed();
            return first;
        }
    }

    private static boolean isSignedBy(SignedNote note, SigningKey key) {
        try {
            return note.signedBy(List.of(key.verifierKey())).contains(key.verifierKey());
        } catch (NoteRejected _) {
            return false;
        }
    }

    private void check(Reason reason, Checkpoint signed) {
        var contradiction = contradiction(signed);
        switch (reason) {
            case ROTATION ->
                contradiction.ifPresent(why -> {
                    throw new KeyRefused(why + "; where the database was restored on purpose, declare the restore");
                });
            case RESTORE -> {
                if (contradiction.isEmpty()) {
                    throw new KeyRefused("nothing to declare: the ledger begins with what was signed last");
                }
                checkItself();
            }
        }
    }

    private Optional<String> contradiction(Checkpoint signed) {
        try {
            SignedTree.of(stored, signed, present.size()).fromStore(present.size(), present.root());
            return Optional.empty();
        } catch (SigningRefused | LedgerDamaged e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A restored ledger is whole; a damaged one is not made good by a declaration. */
    private void checkItself() {
        try {
            new SignedTree(stored, present.size(), present.root());
        } catch (SigningRefused | LedgerDamaged e) {
            throw new KeyRefused("the ledger is damaged in itself: " + e.getMessage());
        }
    }

    private SignedNote sign(Reason reason, SigningKey key, SigningKey successor) {
        var checkpoint = new Checkpoint(key.verifierKey().name(), present.size(), present.root());
        var signed = checkpoint.sign(successor);
        return switch (reason) {
            case ROTATION -> signed.with(key.sign(checkpoint.text()));
            case RESTORE -> signed;
        };
    }
}
