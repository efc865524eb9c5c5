package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.consentledger.standalone.postgres.RunningDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A ledger that a verb works on.
 *
 * @param keysDirectory that of its signer; empty where only the database is known
 * @param alone whether no product runs on it, nor can start before this verb has ended
 * @param inUse the data directory that a product runs on; empty where none does, or only the database is known
 */
record OpenedLedger(
        DriverManagerDataSource dataSource,
        Optional<Path> keysDirectory,
        boolean alone,
        Optional<DataDirectory> inUse) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    static OpenedLedger ofDatabase(String jdbcUrl, @Nullable String user, @Nullable String password) {
        return new OpenedLedger(VerbConnections.to(jdbcUrl, user, password), Optional.empty(), false, Optional.empty());
    }

    /** The keys of its signer; empty where only the database is known. */
    Optional<KeyDirectory> keys() {
        return keysDirectory.map(KeyDirectory::new);
    }

    /** The keys given, and those that the data directory has kept: who changes the database does not change these. */
    List<VerifierKey> trusting(Collection<VerifierKey> given) throws IOException {
        var trusted = new ArrayList<>(given);
        if (keys().isPresent()) {
            trusted.addAll(keys().get().retired());
            keys().get().verifierKey().ifPresent(trusted::add);
        }
        return trusted;
    }

    /**
     * Starts the directory's database, or, where a process has it running, uses that one.
     *
     * @throws StartRefused where there is no ledger, or its process does not get ready within a minute
     */
    static OpenedLedger ofDirectory(DataDirectory directory, OpenedParts parts) throws Exception {
        if (!Files.isDirectory(directory.database().pgdata())) {
            throw new StartRefused("there is no ledger in " + directory.root());
        }
        var keys = Optional.of(directory.keys());
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            var lock = DataDirectoryLock.tryToTake(directory);
            if (lock.isPresent()) {
                return new OpenedLedger(started(directory, lock.get(), parts), keys, true, Optional.empty());
            }
            var running = RunningDatabase.in(directory.database()).map(OpenedLedger::dataSource);
            if (running.isPresent() && answers(running.get())) {
                return new OpenedLedger(running.get(), keys, false, Optional.of(directory));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new StartRefused(directory.root() + " is in use by another process, and its database is not ready");
    }

    private static DriverManagerDataSource started(DataDirectory directory, DataDirectoryLock lock, OpenedParts parts)
            throws Exception {
        parts.open(() -> lock);
        var database = parts.open(() -> EmbeddedDatabase.start(directory.database(), _ -> {}));
        return VerbConnections.to(database.jdbcUrl(), database.user(), database.password());
    }

    private static DriverManagerDataSource dataSource(RunningDatabase database) {
        return VerbConnections.to(database.jdbcUrl(), database.user(), database.password());
    }

    private static boolean answers(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }
}
