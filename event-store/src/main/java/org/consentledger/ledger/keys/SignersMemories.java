package org.consentledger.ledger.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;

/**
 * What the processes remember that sign one ledger with the keys of one directory, in files {@code NAME}, {@code NAME-2}
 * and so on. Each has one to itself as long as it runs. Which one does not matter: it begins with the largest tree that any
 * of them has signed, so that a process that is started in another one's place knows what that one promised.
 */
public final class SignersMemories {
    private static final int MOST = 64;

    private final SecretDirectory files;
    private final String name;

    SignersMemories(SecretDirectory files, String name) {
        this.files = files;
        this.name = name;
    }

    /**
     * The memory of a process that signs, perhaps beside others: the first that nobody has open.
     *
     * @throws KeyRefused where the key is just being changed, or the memory is unreadable
     */
    public CheckpointMemory ofOneOfMany() throws IOException {
        var gate = gate(true);
        try {
            for (var file : names()) {
                var memory = files.freeMemory(file);
                if (memory.isPresent()) {
                    return knowingAll(file, memory.get()).holding(gate);
                }
            }
            throw new KeyRefused(MOST + " processes sign with " + files.path(name) + " already");
        } catch (IOException | RuntimeException e) {
            gate.close();
            throw e;
        }
    }

    /**
     * The memory of one who must know that nobody signs until he closes it. It takes the place of all others.
     *
     * @throws KeyRefused where somebody signs, or it is unreadable
     */
    public CheckpointMemory alone() throws IOException {
        var gate = gate(false);
        try {
            var memory = knowingAll(name, files.memory(name)).holding(gate);
            for (var other : names().subList(1, MOST)) {
                files.delete(other);
            }
            return memory;
        } catch (IOException | RuntimeException e) {
            gate.close();
            throw e;
        }
    }

    /** The largest tree that any of them has signed, for one who only looks. */
    public Optional<SignedNote> lastSigned() throws IOException {
        return lastSignedBut("");
    }

    private CheckpointMemory knowingAll(String file, CheckpointMemory memory) throws IOException {
        try {
            var most = lastSignedBut(file);
            if (most.isPresent()
                    && memory.last()
                            .filter(own -> size(own) >= size(most.get()))
                            .isEmpty()) {
                memory.remember(most.get());
            }
            return memory;
        } catch (IOException | RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** But for that file's, whose lock would go with the end of any other look at it. */
    private Optional<SignedNote> lastSignedBut(String own) throws IOException {
        var remembered = Stream.<SignedNote>builder();
        for (var file : names()) {
            if (!file.equals(own)) {
                files.lastSigned(file).ifPresent(remembered::add);
            }
        }
        return remembered.build().max(Comparator.comparingLong(SignersMemories::size));
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private List<String> names() {
        return Stream.concat(Stream.of(name), IntStream.rangeClosed(2, MOST).mapToObj(number -> name + "-" + number))
                .toList();
    }

    /** Held by everybody who signs, or by one who must be alone. */
    private FileChannel gate(boolean shared) throws IOException {
        files.create();
        var file = files.path(name + ".lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
                return channel;
            }
            channel.close();
            throw new KeyRefused(shared ? "the key is being changed" : "a process signs with " + files.path(name));
        } catch (OverlappingFileLockException _) {
            channel.close();
            throw new KeyRefused("this process signs with " + files.path(name) + " already");
        }
    }
}
