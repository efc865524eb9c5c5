package org.consentledger.ledger.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.keys.CheckpointMemory;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.keys.SecretDirectory;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Where a signing process keeps its key ({@code ledger.key}, for its owner only) and its memory
 * ({@code ledger.signed}, {@code ledger.signed-2} and so on where several sign with it), and the public halves of earlier keys ({@code ledger.retired}). It lies outside the database: who puts an older database back does not put these back.
 */
public final class KeyDirectory {
    private static final String KEY = "ledger.key";
    private static final String SUCCESSOR = "ledger.key.next";
    private static final String RETIRED = "ledger.retired";
    private static final String MEMORY = "ledger.signed";
    private static final String NEW_NAMES = "consent-ledger.invalid";

    private final SecretDirectory files;

    public KeyDirectory(Path directory) {
        this.files = new SecretDirectory(directory);
    }

    /**
     * The key, made at the first start.
     *
     * @param origin the ledger's name, as {@code example.com/consents}; {@code null} for that of the key that is there,
     *     or a new one that no other ledger has
     * @throws KeyRefused where the key there has another name
     * @throws org.consentledger.ledger.note.NoteRejected where it is no key
     */
    public SigningKey key(@Nullable String origin) throws IOException {
        return files.key(KEY, SignatureType.ED25519, origin, NEW_NAMES);
    }

    boolean hasKey() {
        return files.has(KEY);
    }

    boolean hasSuccessor() {
        return files.has(SUCCESSOR);
    }

    /** The key of the same name that is to follow, made once and then kept until {@link #succeed}. */
    SigningKey successor() throws IOException {
        if (!hasSuccessor()) {
            String name = files.key(KEY).verifierKey().name();
            files.write(SUCCESSOR, SigningKey.generate(name, SignatureType.ED25519, new SecureRandom()));
        }
        return files.key(SUCCESSOR);
    }

    /** The successor takes the key's place. The old secret is gone; its public half stays on record. */
    void succeed() throws IOException {
        retire(files.key(KEY).verifierKey());
        files.rename(SUCCESSOR, KEY);
    }

    private void retire(VerifierKey key) throws IOException {
        var keys = files.lines(RETIRED);
        if (!keys.contains(key.encode())) {
            files.write(RETIRED, String.join("\n", keys) + (keys.isEmpty() ? "" : "\n") + key.encode() + "\n");
        }
    }

    /** The public keys that signed before the present one, the oldest first. */
    public List<VerifierKey> retired() throws IOException {
        return files.lines(RETIRED).stream().map(VerifierKey::parse).toList();
    }

    /** The public key, for one who only looks; empty where there is no key. */
    public Optional<VerifierKey> verifierKey() throws IOException {
        return hasKey() ? Optional.of(files.key(KEY).verifierKey()) : Optional.empty();
    }

    /**
     * The checkpoint signed last, for one who only looks: nothing is changed, and signers may be at work meanwhile. Of
     * several it is that of the largest tree. Empty where nothing was signed with this directory.
     */
    public Optional<SignedNote> lastSigned() throws IOException {
        return files.memories(MEMORY).lastSigned();
    }

    /**
     * The memory of a process that signs; others may sign with the same directory.
     *
     * @throws KeyRefused where the key is just being changed, or the memory is unreadable
     */
    public CheckpointMemory memory() throws IOException {
        return files.memories(MEMORY).ofOneOfMany();
    }

    /** @throws KeyRefused where a process signs with this directory, or the memory is unreadable */
    CheckpointMemory memoryAlone() throws IOException {
        return files.memories(MEMORY).alone();
    }
}
