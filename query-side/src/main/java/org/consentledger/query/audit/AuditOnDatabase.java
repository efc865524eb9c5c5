package org.consentledger.query.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.query.audit.Audited.Found;
import org.consentledger.query.facts.FactRow;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.facts.KeptFacts;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays all customers and terms at once, for whoever has the database: draws every fact from the ledger itself, verified
 * on the way, and compares it with what the projection keeps, both as of one size of the ledger.
 *
 * <p>What is compared are the facts, not the answers for some date: a standing is a function of the facts alone, so where
 * these agree every answer does, for every {@code at} and every {@code knownAt} up to that size. Each side is read once and
 * in order; the memory that it takes does not depend on how many customers there are. It writes nothing into the database.
 */
public final class AuditOnDatabase {
    private static final int IN_MEMORY = 100_000;
    private static final long TOLD_EVERY = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final DataSource dataSource;
    private final List<VerifierKey> trusted;
    private final Consumer<Disagreement> listener;
    private final int inMemory;

    /**
     * Audits that database.
     *
     * @param trusted the keys that may have signed; where empty, those that the database itself names
     * @param listener hears of each disagreement as it is found, in the order of terms and customers
     */
    public AuditOnDatabase(DataSource dataSource, Collection<VerifierKey> trusted, Consumer<Disagreement> listener) {
        this(dataSource, trusted, listener, IN_MEMORY);
    }

    AuditOnDatabase(
            DataSource dataSource, Collection<VerifierKey> trusted, Consumer<Disagreement> listener, int inMemory) {
        this.dataSource = dataSource;
        this.trusted = List.copyOf(trusted);
        this.listener = listener;
        this.inMemory = inMemory;
    }

    /**
     * Runs it.
     *
     * @param reading hears how many leaves were verified
     * @param comparing hears how many of their facts were compared
     * @param report where each disagreement is written as a line of JSON, and what it all came to as the last one
     * @throws AuditRefused where there is no projection, or no checkpoint
     * @throws org.consentledger.ledger.note.NoteRejected where the newest checkpoint is not signed by a known key
     */
    public Audited run(Progress reading, Progress comparing, Writer report) throws IOException {
        if (!FindFacts.areIn(dataSource)) {
            throw new AuditRefused("there is no projection in this database that could be audited");
        }
        // The projection first: what it has included is in the ledger that is looked at after it.
        try (var kept = KeptFacts.begin(dataSource);
                var facts = new SortedFacts(inMemory)) {
            long included = kept.size();
            var findings = new Findings();
            Checkpoint checkpoint;
            long size;
            try (var scan = LedgerScan.begin(dataSource)) {
                checkpoint = newest(scan);
                size = Math.min(included, checkpoint.size());
                new VerifiedPass(scan, LedgerReader.closed(dataSource), checkpoint, findings).run(size, facts, reading);
            }
            var comparison = new Comparison(disagreement -> tell(disagreement, report));
            comparing.total(facts.count());
            try (var rows = kept.inOrder().filter(row -> isAudited(row, size, included))) {
                comparison.run(new Counted(facts.inOrder(), comparing), rows.iterator());
            }
            comparing.reached(facts.count());
            var audited = new Audited(
                    findings.count() == 0 && comparison.disagreed() == 0,
                    checkpoint.origin(),
                    size,
                    checkpoint.size(),
                    checkpoint.size() - size,
                    comparison.pairs(),
                    facts.count(),
                    comparison.disagreed(),
                    findings.kept().stream().map(Found::of).toList(),
                    findings.count());
            write(report, audited);
            return audited;
        }
    }

    private Checkpoint newest(LedgerScan scan) {
        var note = scan.newestCheckpoint()
                .orElseThrow(() -> new AuditRefused("the ledger in this database has no signed checkpoint yet"));
        var named = scan.keys().stream().map(VerifierKey::parse).toList();
        return Checkpoint.open(SignedNote.parse(note), trusted.isEmpty() ? named : trusted);
    }

    /** A row beyond what the projection has included is nobody's; one that no checkpoint covers yet is not looked at. */
    private static boolean isAudited(FactRow row, long size, long included) {
        long position = row.leaf().position();
        return position < size || position >= included;
    }

    private void tell(Disagreement disagreement, Writer report) {
        write(report, disagreement);
        listener.accept(disagreement);
    }

    private static void write(Writer report, Object line) {
        try {
            report.write(JSON.writeValueAsString(line));
            report.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of every so many that were taken. */
    private static final class Counted implements Iterator<FactRow> {
        private final Iterator<FactRow> facts;
        private final Progress progress;
        private long count;

        Counted(Iterator<FactRow> facts, Progress progress) {
            this.facts = facts;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            return facts.hasNext();
        }

        @Override
        public FactRow next() {
            if (++count % TOLD_EVERY == 0) {
                progress.reached(count);
            }
            return facts.next();
        }
    }
}
