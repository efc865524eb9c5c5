package org.consentledger.ledger.testing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TreeHashing;

/** A log of up to 256 leaves in memory, with the key that signs it. */
public final class TestLog {
    private final SigningKey key;
    private final List<Hash> leaves;
    private final StoredTree tree;

    private TestLog(SigningKey key, Stream<String> entries) {
        this.key = key;
        this.leaves = entries.map(entry -> TreeHashing.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                .toList();
        this.tree = new StoredTree((_, first, count) -> leaves.subList((int) first, (int) first + count));
    }

    public static TestLog of(String origin, int size) {
        var key = SigningKey.generate(origin, SignatureType.ED25519, new SecureRandom());
        return new TestLog(key, IntStream.range(0, size).mapToObj(i -> "entry " + i));
    }

    /** A log whose one leaf is of this entry. */
    public static TestLog ofEntry(String origin, String entry) {
        return new TestLog(SigningKey.generate(origin, SignatureType.ED25519, new SecureRandom()), Stream.of(entry));
    }

    /** The same key over another history: only the first leaves are the same. */
    public TestLog forkedAt(int first) {
        return new TestLog(
                key, IntStream.range(0, leaves.size()).mapToObj(i -> (i < first ? "entry " : "other entry ") + i));
    }

    public VerifierKey key() {
        return key.verifierKey();
    }

    public Hash root(int size) {
        return size == 0 ? TreeHashing.EMPTY_ROOT : tree.root(size);
    }

    public Checkpoint checkpoint(int size) {
        return new Checkpoint(key().name(), size, root(size));
    }

    public SignedNote signed(int size) {
        return checkpoint(size).sign(key);
    }

    /** The log's signature on any text. */
    public SignedNote signed(Checkpoint checkpoint) {
        return checkpoint.sign(key);
    }

    public List<Hash> proof(int oldSize, int size) {
        return oldSize == 0 ? List.of() : tree.consistencyProof(oldSize, size).path();
    }

    /** What an honest log sends. */
    public AddCheckpoint request(int oldSize, int size) {
        return new AddCheckpoint(oldSize, proof(oldSize, size), signed(size));
    }
}
