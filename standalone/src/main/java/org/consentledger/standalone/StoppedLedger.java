package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.consentledger.ledger.schema.SchemaMigration;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;

/** A ledger and its keys, for a verb that must have them for itself; closing it leaves everything stopped. */
record StoppedLedger(DataSource dataSource, KeyDirectory keys, OpenedParts parts) implements AutoCloseable {

    /** @throws StartRefused where there is no ledger in the directory, or a product is running on it */
    static StoppedLedger in(DataDirectory directory, Consumer<String> progress)
            throws IOException, SQLException, InterruptedException {
        if (!Files.exists(directory.database().pgdata())) {
            throw new StartRefused("there is no ledger in " + directory.root());
        }
        var parts = new OpenedParts();
        try {
            parts.open(() -> DataDirectoryLock.take(directory));
            var database = parts.open(() -> EmbeddedDatabase.start(directory.database(), progress));
            return new StoppedLedger(
                    migrated(VerbConnections.to(database.jdbcUrl(), database.user(), database.password())),
                    new KeyDirectory(directory.keys()),
                    parts);
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            parts.close();
            throw e;
        } catch (Exception e) {
            parts.close();
            throw new IllegalStateException(e);
        }
    }

    static StoppedLedger at(String jdbcUrl, Path keys) {
        return new StoppedLedger(
                migrated(VerbConnections.to(jdbcUrl, null, null)), new KeyDirectory(keys), new OpenedParts());
    }

    private static DataSource migrated(DataSource dataSource) {
        QuietLog.begin();
        new SchemaMigration(dataSource, "ledger");
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        if (parts.close() != 0) {
            throw new IOException("not everything was closed cleanly");
        }
    }
}
