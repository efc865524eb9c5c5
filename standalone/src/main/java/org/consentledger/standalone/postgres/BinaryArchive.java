package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A {@code .txz} of directories, files and symbolic links; anything else in it, or outside of it, is refused. */
final class BinaryArchive {
    private static final int ANYBODY_MAY_EXECUTE = 0111;

    private BinaryArchive() {}

    /** Unpacks into the directory, which need not exist, and forces every file to the disk. */
    static void unpack(InputStream txz, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(txz))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        var target = inside(directory, directory.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            inside(directory, target.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (isRegular(entry)) {
            Files.copy(content, target);
            if ((entry.getMode() & ANYBODY_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true, true)) {
                throw new IOException("cannot make " + target + " executable");
            }
            force(target);
        } else {
            throw new IOException("the archive holds something that is no file, directory or link: " + entry.getName());
        }
    }

    /** {@code isFile()} is true of a pipe, too. */
    private static boolean isRegular(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private static Path inside(Path directory, Path path, TarArchiveEntry entry) throws IOException {
        var normalized = path.normalize();
        if (!normalized.startsWith(directory.normalize())) {
            throw new IOException("the archive reaches outside of itself: " + entry.getName());
        }
        return normalized;
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
