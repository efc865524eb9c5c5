package org.consentledger.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.keys.SecretDirectory;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What a witness must not lose.
 *
 * <pre>
 * witness.key   its key, for its owner only
 * logs          the keys of the logs that it follows, one a line; a key's name is its log's origin
 * memory/HASH   what it cosigned last of the log whose origin has that SHA-256
 * </pre>
 *
 * <p>A log's memory is made once, before the log is on the list. So a memory that is gone is told from one that is still
 * empty, and a witness that has lost one does not begin anew by itself.
 */
public final class WitnessDirectory {
    private static final String KEY = "witness.key";
    private static final String LOGS = "logs";
    private static final String MEMORY = "memory";
    private static final String NEW_NAMES = "witness.invalid";

    private final SecretDirectory files;
    private final SecretDirectory memories;

    public WitnessDirectory(Path directory) {
        this.files = new SecretDirectory(directory);
        this.memories = new SecretDirectory(directory.resolve(MEMORY));
    }

    /**
     * The witness's key, made at the first start.
     *
     * @param name as {@code witness.example/w1}; {@code null} for that of the key that is there, or a new one
     * @throws KeyRefused where the key there has another name
     */
    public SigningKey key(@Nullable String name) throws IOException {
        return files.key(KEY, SignatureType.COSIGNATURE_V1, name, NEW_NAMES);
    }

    /**
     * Follows a log from now on; once is enough. A further key of the same name is another key of the same log.
     *
     * @throws KeyRefused for a key that signs no checkpoints, and where a running witness has the memory open
     */
    public void follow(VerifierKey log) throws IOException {
        if (log.type() != SignatureType.ED25519) {
            throw new KeyRefused("not the key of a log: " + log);
        }
        var listed = files.lines(LOGS);
        if (listed.contains(log.encode())) {
            return;
        }
        if (logs().keySet().stream().noneMatch(log.name()::equals)) {
            memories.memory(originHash(log.name())).close();
        }
        files.write(
                LOGS,
                Stream.concat(listed.stream(), Stream.of(log.encode())).collect(Collectors.joining("\n", "", "\n")));
    }

    /** The keys of the logs on the list, by origin. */
    public Map<String, List<VerifierKey>> logs() throws IOException {
        return files.lines(LOGS).stream().map(VerifierKey::parse).collect(Collectors.groupingBy(VerifierKey::name));
    }

    /**
     * Begins to cosign, for one process at a time.
     *
     * @param name as {@link #key} has it
     * @throws KeyRefused where the memory of a log is gone, another witness's, or in use
     */
    public Witness open(@Nullable String name, InstantSource clock) throws IOException {
        var key = key(name);
        var opened = new HashMap<String, FollowedLog>();
        try {
            for (var log : logs().entrySet()) {
                opened.put(originHash(log.getKey()), open(log.getKey(), log.getValue(), key, clock));
            }
            return new Witness(key.verifierKey(), opened);
        } catch (IOException | RuntimeException e) {
            for (var log : opened.values()) {
                log.close();
            }
            throw e;
        }
    }

    private FollowedLog open(String origin, List<VerifierKey> keys, SigningKey key, InstantSource clock)
            throws IOException {
        String hash = originHash(origin);
        if (!memories.hasMemory(hash)) {
            throw new KeyRefused("the memory of " + origin + " is gone: " + memories.path(hash)
                    + "; without it, this witness could cosign two histories");
        }
        var memory = memories.memory(hash);
        try {
            return new FollowedLog(keys, key, memory, clock);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** SHA-256 of a log's origin, in lower-case hex. */
    static String originHash(String origin) {
        return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
