package org.consentledger.command.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is: up to a row, all rows are in the ledger or in the rejects file. Nothing depends on it but speed:
 * without it the whole file is gone through again, and what the ledger knows is not recorded twice.
 *
 * @param sourceSize bytes of the file
 * @param sourceModified when it was changed last, as its file system says
 * @param done the last row that is done with
 * @param rejectsLength bytes of the rejects file that belong to it
 * @param newestEvent of those recorded so far the one with the highest position; {@code null} where there is none
 */
record ImportState(
        long sourceSize,
        String sourceModified,
        Place done,
        long rejectsLength,
        @Nullable UUID newestEvent,
        long newestPosition,
        ImportReport report) {
    static ImportState atTheBeginning(Path source) throws IOException {
        return new ImportState(
                Files.size(source),
                Files.getLastModifiedTime(source).toString(),
                Place.START,
                0,
                null,
                -1,
                ImportReport.NOTHING);
    }

    /** What an earlier run of this very file remembered; empty where there is nothing of use. */
    static Optional<ImportState> read(ImportFiles files) throws IOException {
        var now = atTheBeginning(files.source());
        return JsonFile.read(files.state(), ImportState.class).filter(now::isOfTheSameFile);
    }

    ImportState at(
            Place nowDone, long lengthOfRejects, @Nullable UUID newest, long positionOfNewest, ImportReport soFar) {
        return new ImportState(sourceSize, sourceModified, nowDone, lengthOfRejects, newest, positionOfNewest, soFar);
    }

    private boolean isOfTheSameFile(ImportState other) {
        return sourceSize == other.sourceSize && sourceModified.equals(other.sourceModified);
    }
}
