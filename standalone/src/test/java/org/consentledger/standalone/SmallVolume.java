package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system of its own that can be filled to the last byte. */
record SmallVolume(Path root) {
    private static final int CHUNK = 1 << 20;

    /** Mounts one of so many MiB there; where nobody may, the test is skipped and says why. */
    static SmallVolume mount(Path root, int mebibytes) throws Exception {
        var mount =
                run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "small-volume", root.toString());
        assumeTrue(
                mount.status() == 0,
                () -> "NOT SHOWN HERE: a full volume takes the right to mount one (root with CAP_SYS_ADMIN): "
                        + mount.output());
        return new SmallVolume(root);
    }

    /** Leaves no room at all, not even for a file of one byte. */
    void fill() throws IOException {
        try (var channel = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = CHUNK; size > 0; size /= 2) {
                writeUntilFull(channel, size);
            }
        }
    }

    private static void writeUntilFull(FileChannel channel, int size) {
        try {
            while (channel.write(ByteBuffer.allocate(size)) > 0) {
                // on
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    void unmount() throws Exception {
        // Lazily: a process that ends just now may have files open still.
        assertThat(run("umount", "--lazy", root.toString()).status()).isZero();
    }

    private static Verb run(String... command) throws IOException, InterruptedException {
        return Verb.run(new ProcessBuilder(List.of(command)));
    }
}
