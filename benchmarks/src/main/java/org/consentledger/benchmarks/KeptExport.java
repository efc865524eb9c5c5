package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.export.Export;
import org.consentledger.standalone.postgres.DatabaseDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The export of a kept ledger, which stays beside it. */
final class KeptExport {
    private KeptExport() {}

    /** @param parent where generated ledgers are kept */
    static Path of(DataSet set, Path parent) throws IOException, SQLException, InterruptedException {
        var ledger = KeptLedger.of(set, parent, _ -> {});
        var export = ledger.resolve("export");
        if (Files.exists(export)) {
            return export;
        }
        var unfinished = ledger.resolve("export.unfinished");
        try (var server = EmbeddedDatabase.start(DatabaseDirectory.in(ledger.resolve("data")), _ -> {})) {
            var dataSource = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
            var _ = new Export(dataSource, unfinished, Progress.none()).run();
        }
        return Files.move(unfinished, export);
    }
}
