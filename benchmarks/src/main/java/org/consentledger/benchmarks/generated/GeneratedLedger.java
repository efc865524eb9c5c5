package org.consentledger.benchmarks.generated;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.MasterKeyFiles;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.schema.SchemaMigration;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.standalone.postgres.DatabaseDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.consentledger.standalone.postgres.OwnerOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Fills a data directory with a ledger as if the product had recorded everything at the time it happened: terms, then facts
 * of all customers as they came. The product starts on it and finds a signed ledger without projections.
 */
public final class GeneratedLedger {
    private static final int BATCH = 10_000;
    private static final int EPOCH = 1;

    private final DataSet set;
    private final GeneratedTerms terms = new GeneratedTerms();
    private final byte[] factsEach;
    private Instant recordedAt = Instant.EPOCH;

    public GeneratedLedger(DataSet set) {
        this.set = set;
        this.factsEach = set.factsEach();
    }

    /**
     * Makes the ledger.
     *
     * @param directory of the product that is to start on it; new
     * @param written told, from time to time, how many facts are
     */
    public void writeTo(Path directory, LongConsumer written) throws IOException, SQLException, InterruptedException {
        OwnerOnly.createDirectory(directory);
        var keys = directory.resolve("keys");
        OwnerOnly.createDirectory(keys);
        try (var server = EmbeddedDatabase.start(DatabaseDirectory.in(directory), _ -> {})) {
            var dataSource = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
            new SchemaMigration(dataSource, "ledger");
            var masterKeys = new MasterKeyFiles(keys);
            new Epochs(dataSource, masterKeys).begin();
            try (var tables = new LedgerTables(dataSource)) {
                write(tables, new StoredForms(set, masterKeys, EPOCH), written);
                tables.finish();
            }
            JdbcClient.create(dataSource).sql("vacuum analyze").update();
            sign(dataSource, new KeyDirectory(keys));
        }
    }

    private void write(LedgerTables tables, StoredForms forms, LongConsumer written) throws InterruptedException {
        var facts = new FactsInOrder(set, factsEach);
        int from = 0;
        int seq = 0;
        for (var publication : terms.events()) {
            from = write(tables, forms, written, facts, from, facts.firstAfter(publication.at()));
            tables.add(List.of(forms.ofTerms(publication.event(), seq++, later(publication.at()))));
        }
        write(tables, forms, written, facts, from, facts.size());
    }

    private int write(
            LedgerTables tables, StoredForms forms, LongConsumer written, FactsInOrder facts, int first, int until)
            throws InterruptedException {
        for (int from = first; from < until; from += BATCH) {
            int next = Math.min(until, from + BATCH);
            var batch = IntStream.range(from, next)
                    .mapToObj(fact -> new Planned(facts.customer(fact), facts.number(fact), later(facts.at(fact))))
                    .toList();
            tables.add(batch.parallelStream()
                    .flatMap(planned -> entries(planned, forms))
                    .toList());
            written.accept(next);
        }
        return until;
    }

    /** A fact in its place. */
    private record Planned(int customer, int number, Instant recordedAt) {}

    private Stream<Entry> entries(Planned planned, StoredForms forms) {
        var history = history(planned.customer());
        return forms
                .ofCustomer(
                        planned.customer(),
                        planned.number(),
                        history.events().get(planned.number()),
                        history.eventId(planned.number()),
                        planned.recordedAt())
                .stream();
    }

    /** Ledger time: no group has the time of the one before it. */
    private Instant later(Instant at) {
        var next = recordedAt.plusNanos(1000);
        recordedAt = next.isAfter(at) ? next : at;
        return recordedAt;
    }

    private History history(int customer) {
        return History.of(set, terms, customer, factsEach[customer]);
    }

    /** How many leaves the ledger has at first: the terms, the facts, and the commitment to each customer's key. */
    public long leaves() {
        return terms.events().size() + (long) set.facts() + set.customers();
    }

    /** How many customers end up there with the last edition, as the stories go. */
    public long count(Outcome outcome) {
        return IntStream.range(0, set.customers())
                .parallel()
                .filter(customer -> history(customer).outcome() == outcome)
                .count();
    }

    private static void sign(DataSource dataSource, KeyDirectory keys) throws IOException {
        new Signer(
                        keys.key(null),
                        keys.memory(),
                        new CheckpointRows(dataSource),
                        new HashRows(dataSource),
                        () -> TreeRow.read(dataSource),
                        new Head(),
                        _ -> {})
                .close();
    }
}
