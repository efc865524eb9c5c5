package org.consentledger.ledger.signer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Where a signing process keeps its key ({@code ledger.key}, for its owner only) and its memory
 * ({@code ledger.signed}), and the public halves of earlier keys ({@code ledger.retired}). It lies outside the database: who puts an older database back does not put these back.
 */
public final class KeyDirectory {
    private static final String KEY = "ledger.key";
    private static final String SUCCESSOR = "ledger.key.next";
    private static final String RETIRED = "ledger.retired";
    private static final String MEMORY = "ledger.signed";
    private static final int NAME_BYTES = 8;

    private final Path directory;

    public KeyDirectory(Path directory) {
        this.directory = directory;
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
        createDirectory();
        Path file = directory.resolve(KEY);
        if (!Files.exists(file)) {
            var random = new SecureRandom();
            String name = origin == null ? newName(random) : origin;
            write(file, SigningKey.generate(name, SignatureType.ED25519, random).encode() + "\n");
        }
        var key = read(KEY);
        if (origin != null && !origin.equals(key.verifierKey().name())) {
            throw new KeyRefused("the key is of " + key.verifierKey().name() + ", configured is " + origin);
        }
        return key;
    }

    boolean hasKey() {
        return Files.exists(directory.resolve(KEY));
    }

    boolean hasSuccessor() {
        return Files.exists(directory.resolve(SUCCESSOR));
    }

    /** The key of the same name that is to follow, made once and then kept until {@link #succeed}. */
    SigningKey successor() throws IOException {
        Path file = directory.resolve(SUCCESSOR);
        if (!hasSuccessor()) {
            String name = read(KEY).verifierKey().name();
            write(
                    file,
                    SigningKey.generate(name, SignatureType.ED25519, new SecureRandom())
                                    .encode() + "\n");
        }
        return read(SUCCESSOR);
    }

    /** The successor takes the key's place. The old secret is gone; its public half stays on record. */
    void succeed() throws IOException {
        retire(read(KEY).verifierKey());
        Files.move(directory.resolve(SUCCESSOR), directory.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    private void retire(VerifierKey key) throws IOException {
        Path file = directory.resolve(RETIRED);
        var keys = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        if (keys.lines().noneMatch(key.encode()::equals)) {
            write(file, keys + key.encode() + "\n");
        }
    }

    /** The public keys that signed before the present one, the oldest first. */
    public List<VerifierKey> retired() throws IOException {
        Path file = directory.resolve(RETIRED);
        return Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .map(VerifierKey::parse)
                        .toList()
                : List.of();
    }

    private SigningKey read(String name) throws IOException {
        return SigningKey.parse(Files.readString(directory.resolve(name), StandardCharsets.UTF_8)
                .strip());
    }

    /** The public key, for one who only looks; empty where there is no key. */
    public Optional<VerifierKey> verifierKey() throws IOException {
        return hasKey() ? Optional.of(read(KEY).verifierKey()) : Optional.empty();
    }

    /**
     * The checkpoint signed last, for one who only looks: nothing is changed, and a signer may be at work meanwhile.
     * Empty where nothing was signed with this memory.
     */
    public Optional<SignedNote> lastSigned() throws IOException {
        return SignerMemory.look(directory.resolve(MEMORY));
    }

    /** @throws KeyRefused where another signer has it open, or it is unreadable */
    public SignerMemory memory() throws IOException {
        createDirectory();
        var memory = SignerMemory.open(directory.resolve(MEMORY));
        force(directory);
        return memory;
    }

    private void createDirectory() throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
    }

    private static String newName(SecureRandom random) {
        var bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return "consent-ledger.invalid/" + HexFormat.of().formatHex(bytes);
    }

    private void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(directory, KEY, ".tmp", ownerOnly("rw-------"));
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    /** A name in a directory survives a loss of power once the directory is flushed. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
