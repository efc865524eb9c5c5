package org.consentledger.ledger.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Master keys as files of the keys directory, {@code master-<epoch>.key}, for their owner only: the 32 random bytes of
 * the key, or the envelope that a key management service alone opens ({@link KmsEnvelope}). All processes of a ledger
 * share them. A key is held in memory no longer than its file is there, so a service is asked once for each epoch.
 */
public final class MasterKeyFiles implements MasterKeys {
    private static final Pattern NAME = Pattern.compile("master-([1-9][0-9]{0,8})\\.key");
    private static final int BYTES = 32;

    private final Path directory;
    private final @Nullable String kmsKeyUri;
    private final Map<Integer, SecretKey> read = new ConcurrentHashMap<>();

    /** New keys lie as the newest one does: by themselves, or under the same key of the same service. */
    public MasterKeyFiles(Path directory) {
        this(directory, null);
    }

    /**
     * @param kmsKeyUri of the key that new master keys are sealed by; {@code null} for that of the newest one, if any
     */
    public MasterKeyFiles(Path directory, @Nullable String kmsKeyUri) {
        this.directory = directory;
        this.kmsKeyUri = kmsKeyUri;
    }

    @Override
    public SecretKey of(int epoch) {
        if (!holds(epoch)) {
            read.remove(epoch);
            throw new MasterKeyMissing("the master key of epoch " + epoch + " is not in the keys directory");
        }
        return read.computeIfAbsent(epoch, this::read);
    }

    private SecretKey read(int epoch) {
        try {
            byte[] stored = Files.readAllBytes(file(epoch));
            byte[] key = stored.length == BYTES ? stored : KmsEnvelope.open(epoch, stored);
            if (key.length != BYTES) {
                throw new MasterKeyMissing("the master key of epoch " + epoch + " has not " + BYTES + " bytes");
            }
            return new SecretKeySpec(key, "AES");
        } catch (NoSuchFileException e) {
            throw new MasterKeyMissing("the master key of epoch " + epoch + " is not in the keys directory");
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of epoch " + epoch + " cannot be read", e);
        }
    }

    @Override
    public boolean holds(int epoch) {
        return Files.exists(file(epoch));
    }

    @Override
    public int newest() {
        if (Files.notExists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys directory cannot be read", e);
        }
    }

    /** Written whole under another name first; who comes second takes the first one's. */
    @Override
    public void make(int epoch) {
        if (holds(epoch)) {
            return;
        }
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            Path draft = Files.createTempFile(directory, "master", ".tmp", ownerOnly("rw-------"));
            try {
                Files.write(draft, newKey(epoch));
                force(draft);
                Files.createLink(file(epoch), draft);
            } catch (FileAlreadyExistsException _) {
                return;
            } finally {
                Files.deleteIfExists(draft);
            }
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of epoch " + epoch + " cannot be made", e);
        }
    }

    private byte[] newKey(int epoch) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var keyUri = kmsKeyUri == null ? keyUriOf(newest()) : kmsKeyUri;
        return keyUri == null ? key : KmsEnvelope.seal(keyUri, epoch, key);
    }

    private @Nullable String keyUriOf(int epoch) throws IOException {
        if (!holds(epoch)) {
            return null;
        }
        byte[] stored = Files.readAllBytes(file(epoch));
        return stored.length == BYTES ? null : KmsEnvelope.keyUri(epoch, stored);
    }

    /** Overwrites the file first, for disks that write in place. */
    @Override
    public void destroy(int epoch) {
        read.remove(epoch);
        try {
            byte[] nothing = new byte[Math.toIntExact(Files.size(file(epoch)))];
            Files.write(file(epoch), nothing, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.delete(file(epoch));
            force(directory);
        } catch (NoSuchFileException _) {
            // destroyed before
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of epoch " + epoch + " cannot be destroyed", e);
        }
    }

    private Path file(int epoch) {
        return directory.resolve("master-" + epoch + ".key");
    }

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
