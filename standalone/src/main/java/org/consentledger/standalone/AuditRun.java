package org.consentledger.standalone;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.query.audit.AuditOnDatabase;
import org.consentledger.query.audit.AuditText;
import org.consentledger.query.audit.Disagreement;
import org.jspecify.annotations.Nullable;

/** Compares the projection with the ledger, tells the first disagreements, and writes all of them into a report. */
@TalksToTheTerminal
final class AuditRun {
    private static final long MOST_TOLD = 20;

    private final DataSource dataSource;
    private final List<VerifierKey> trusted;
    private final @Nullable Path report;
    private final AuditText text;
    private long found;

    AuditRun(DataSource dataSource, List<VerifierKey> trusted, @Nullable Path report, Locale language) {
        this.dataSource = dataSource;
        this.trusted = trusted;
        this.report = report;
        this.text = new AuditText(language);
    }

    /** Answers the exit status. */
    int run() throws IOException {
        try (var reading = TerminalProgress.of("verify");
                var comparing = TerminalProgress.of("compare", "facts");
                var writer = report == null ? Writer.nullWriter() : Files.newBufferedWriter(report)) {
            var audited = new AuditOnDatabase(dataSource, trusted, this::tell).run(reading, comparing, writer);
            text.lines(audited).forEach(System.out::println);
            return audited.agrees() ? 0 : 1;
        }
    }

    private void tell(Disagreement disagreement) {
        if (found++ < MOST_TOLD) {
            System.out.println(text.line(disagreement));
        }
    }
}
