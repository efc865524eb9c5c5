package org.consentledger.command.platform;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The attributes with which files and directories come into being that nobody but their owner may use. A file system
 * without POSIX modes keeps its own defaults.
 */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** @param where the file, or anything beside it */
    public static FileAttribute<?>[] file(Path where) {
        return mode(where, "rw-------");
    }

    /** @param where the directory, or anything beside it */
    public static FileAttribute<?>[] directory(Path where) {
        return mode(where, "rwx------");
    }

    private static FileAttribute<?>[] mode(Path where, String permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
