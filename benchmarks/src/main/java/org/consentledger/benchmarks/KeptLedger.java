package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.generated.GeneratedLedger;
import org.springframework.util.FileSystemUtils;

/**
 * A generated ledger that stays for the next benchmark of the same data set, under a name of its three numbers. What a broken
 * off generation left is made anew.
 */
final class KeptLedger {
    private static final String UNFINISHED = ".unfinished";

    private KeptLedger() {}

    /**
     * The directory that the product's data directory is in.
     *
     * @param parent where generated ledgers are kept
     * @param written told, from time to time, how many facts are, where it is not there yet
     */
    static Path of(DataSet set, Path parent, LongConsumer written)
            throws IOException, SQLException, InterruptedException {
        var name = String.format(Locale.ROOT, "bench-%d-%d-%d", set.customers(), set.facts(), set.seed());
        var directory = parent.toAbsolutePath().normalize().resolve(name);
        if (Files.exists(directory)) {
            return directory;
        }
        var unfinished = directory.resolveSibling(name + UNFINISHED);
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        new GeneratedLedger(set).writeTo(unfinished.resolve("data"), written);
        return Files.move(unfinished, directory);
    }
}
