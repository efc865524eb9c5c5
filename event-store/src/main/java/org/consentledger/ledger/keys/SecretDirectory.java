package org.consentledger.ledger.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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
import java.util.Set;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * A directory that only its owner reads. After a crash or a loss of power a file in it is as it was before or as it was
 * written, whole; only one that is appended to may have its last line torn.
 */
public final class SecretDirectory {
    private static final int NAME_BYTES = 8;

    /** One process may not lock a file twice, so its threads take turns. */
    private static final Object APPENDING = new Object();

    private final Path directory;

    public SecretDirectory(Path directory) {
        this.directory = directory;
    }

    /** Makes it where it is missing. */
    public void create() throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
    }

    public Path path(String file) {
        return directory.resolve(file);
    }

    public boolean has(String file) {
        return Files.exists(path(file));
    }

    /**
     * The key in that file, made at the first start.
     *
     * @param name of the key, as {@code example.com/consents}; {@code null} for that of the key that is there, or a new
     *     one that nobody else has
     * @param namespace where such a new name lies
     * @throws KeyRefused where the key there has another name
     * @throws org.consentledger.ledger.note.NoteRejected where it is no key
     */
    public SigningKey key(String file, SignatureType type, @Nullable String name, String namespace) throws IOException {
        create();
        if (!has(file)) {
            var random = new SecureRandom();
            make(file, SigningKey.generate(name == null ? newName(namespace, random) : name, type, random));
        }
        var key = key(file);
        if (name != null && !name.equals(key.verifierKey().name())) {
            throw new KeyRefused("the key is of " + key.verifierKey().name() + ", configured is " + name);
        }
        return key;
    }

    /** The key that is in that file. */
    public SigningKey key(String file) throws IOException {
        return SigningKey.parse(
                Files.readString(path(file), StandardCharsets.UTF_8).strip());
    }

    public void write(String file, SigningKey key) throws IOException {
        write(file, key.encode() + "\n");
    }

    /** Processes may start at once: who comes second takes the first one's key. */
    private void make(String file, SigningKey key) throws IOException {
        Path draft = draft(file, key.encode() + "\n");
        try {
            Files.createLink(path(file), draft);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(draft);
        }
        force(directory);
    }

    public List<String> lines(String file) throws IOException {
        return has(file) ? Files.readAllLines(path(file), StandardCharsets.UTF_8) : List.of();
    }

    /** Returns when it is on the disk. */
    public void write(String file, String text) throws IOException {
        Files.move(draft(file, text), path(file), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    private Path draft(String file, String text) throws IOException {
        Path draft = Files.createTempFile(directory, file, ".tmp", ownerOnly("rw-------"));
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        force(draft);
        return draft;
    }

    /**
     * Adds lines at the end of a file, on a line of their own also after one that was torn, and makes the file where it is
     * missing. Other processes may do the same. Returns when it is on the disk.
     */
    public void append(String file, String lines) throws IOException {
        create();
        synchronized (APPENDING) {
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(path(file), options, ownerOnly("rw-------"));
                    var _ = channel.lock()) {
                long end = channel.size();
                var last = ByteBuffer.allocate(1);
                boolean torn = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
                var bytes = ByteBuffer.wrap(((torn ? "\n" : "") + lines).getBytes(StandardCharsets.UTF_8));
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            force(directory);
        }
    }

    /** A file takes another one's name, in whose place it is from now on. */
    public void rename(String file, String name) throws IOException {
        Files.move(path(file), path(name), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    /** Whether there is a memory in that file, for one who must not begin a new one. */
    public boolean hasMemory(String file) throws IOException {
        return CheckpointMemory.isWhole(path(file));
    }

    /**
     * The memory in that file, for the one process that signs with it; made where it is missing.
     *
     * @throws KeyRefused where another process has it open, or it is unreadable
     */
    public CheckpointMemory memory(String file) throws IOException {
        create();
        var memory = CheckpointMemory.open(path(file));
        force(directory);
        return memory;
    }

    /** The memories in the files of that name, for a ledger that several processes sign. */
    public SignersMemories memories(String name) {
        return new SignersMemories(this, name);
    }

    Optional<CheckpointMemory> freeMemory(String file) throws IOException {
        var memory = CheckpointMemory.tryToOpen(path(file));
        force(directory);
        return memory;
    }

    /** What that memory remembers, for one who only looks; not for the process that has it open. */
    Optional<SignedNote> lastSigned(String file) throws IOException {
        return CheckpointMemory.look(path(file));
    }

    private static String newName(String namespace, SecureRandom random) {
        var bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return namespace + "/" + HexFormat.of().formatHex(bytes);
    }

    void delete(String file) throws IOException {
        Files.deleteIfExists(path(file));
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
