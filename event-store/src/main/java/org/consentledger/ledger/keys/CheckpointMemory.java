package org.consentledger.ledger.keys;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.ledger.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint that this process signed, in a file that is flushed before the signature leaves the process.
 *
 * <p>The file has two slots, written in turn: its length never changes, so one flush is enough, and a torn write costs
 * the slot that was being written, whose signature nobody has seen.
 */
public final class CheckpointMemory implements AutoCloseable {
    private static final int SLOTS = 2;
    private static final int LENGTH = SLOTS * MemorySlot.BYTES;

    private final FileChannel channel;
    private @Nullable MemorySlot last;
    private @Nullable Closeable heldMeanwhile;

    private CheckpointMemory(FileChannel channel) {
        this.channel = channel;
    }

    static CheckpointMemory open(Path file) throws IOException {
        return tryToOpen(file).orElseThrow(() -> new KeyRefused("another process signs with " + file));
    }

    /** The same; empty where another process has it open. */
    static Optional<CheckpointMemory> tryToOpen(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            var memory = new CheckpointMemory(channel);
            memory.read(file);
            return Optional.of(memory);
        } catch (OverlappingFileLockException _) {
            channel.close();
            throw new KeyRefused("this process signs with " + file + " already");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a memory was made there; one that is cut short was not, or is one no more. */
    static boolean isWhole(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) >= LENGTH;
    }

    private void read(Path file) throws IOException {
        if (channel.size() < LENGTH) {
            write(0, new byte[LENGTH]);
            channel.force(true);
            return;
        }
        byte[] first = slot(0);
        byte[] second = slot(1);
        last = newest(first, second).orElse(null);
        // The second slot is the first to be written; a torn first write leaves the other one empty.
        if (last == null && ByteBuffer.wrap(first).getLong() != 0) {
            throw new KeyRefused("the signer's memory " + file + " is unreadable");
        }
    }

    private static Optional<MemorySlot> newest(byte[] first, byte[] second) {
        return Stream.of(first, second)
                .flatMap(bytes -> MemorySlot.parse(bytes).stream())
                .max(Comparator.comparingLong(MemorySlot::number));
    }

    /** What a memory holds that is perhaps in use; a slot that is being written is passed over. */
    static Optional<SignedNote> look(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] slots = Files.readAllBytes(file);
        if (slots.length < LENGTH) {
            return Optional.empty();
        }
        return newest(Arrays.copyOf(slots, MemorySlot.BYTES), Arrays.copyOfRange(slots, MemorySlot.BYTES, LENGTH))
                .map(MemorySlot::checkpoint);
    }

    private byte[] slot(int index) throws IOException {
        var slot = ByteBuffer.allocate(MemorySlot.BYTES);
        while (slot.hasRemaining()) {
            if (channel.read(slot, (long) index * MemorySlot.BYTES + slot.position()) < 0) {
                throw new IOException("the signer's memory was cut off");
            }
        }
        return slot.array();
    }

    /** Empty where nothing was ever signed with this memory. */
    public Optional<SignedNote> last() {
        return Optional.ofNullable(last).map(MemorySlot::checkpoint);
    }

    /** Returns when it is on the disk. */
    public void remember(SignedNote checkpoint) throws IOException {
        var next = new MemorySlot(last == null ? 1 : last.number() + 1, checkpoint);
        write(next.number() % SLOTS * MemorySlot.BYTES, next.encode());
        channel.force(false);
        last = next;
    }

    private void write(long position, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /** Has something else closed with it. */
    CheckpointMemory holding(Closeable meanwhile) {
        heldMeanwhile = meanwhile;
        return this;
    }

    @Override
    public void close() throws IOException {
        try (var _ = heldMeanwhile) {
            channel.close();
        }
    }
}
