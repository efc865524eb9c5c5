package org.consentledger.benchmarks.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.events.AboutCustomer;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.fsck.Fsck;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.standalone.postgres.DatabaseDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class GeneratedLedgerTest {
    private static final DataSet SET = new DataSet(300, 1_500, 7);
    private static final GeneratedTerms TERMS = new GeneratedTerms();

    /** Each event against its statement, each statement against its leaf, the tree against its signed checkpoint. */
    @Test
    void isALedgerInWhichNothingIsFoundAmiss(@TempDir Path parent) throws Exception {
        var directory = parent.resolve("data");
        var told = new ArrayList<Long>();

        new GeneratedLedger(SET).writeTo(directory, told::add);

        assertThat(told.getLast()).isEqualTo(SET.facts());
        var report = fsck(directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checkpoints()).isOne();
        int commitments = SET.customers();
        assertThat(report.size())
                .isEqualTo(SET.facts() + commitments + TERMS.events().size())
                .isEqualTo(new GeneratedLedger(SET).leaves());
    }

    private static AuditReport fsck(Path directory) throws Exception {
        try (var server = EmbeddedDatabase.start(DatabaseDirectory.in(directory), _ -> {})) {
            var keys = new KeyDirectory(directory.resolve("keys"));
            return new Fsck(
                            new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()),
                            List.of(keys.verifierKey().orElseThrow()),
                            keys.lastSigned().orElseThrow(),
                            Progress.none())
                    .run();
        }
    }

    @Test
    void givesTheSameFactsForTheSameSeedAndOthersForAnother() {
        assertThat(facts(SET)).isEqualTo(facts(new DataSet(300, 1_500, 7)));
        assertThat(facts(SET)).isNotEqualTo(facts(new DataSet(300, 1_500, 8)));
    }

    private static List<AboutCustomer> facts(DataSet set) {
        var counts = set.factsEach();
        return IntStream.range(0, set.customers())
                .boxed()
                .flatMap(customer -> History.of(set, TERMS, customer, counts[customer]).events().stream())
                .toList();
    }

    @Test
    void saysOfEachCustomerHowItEnds() {
        var ledger = new GeneratedLedger(SET);

        assertThat(Arrays.stream(Outcome.values()).mapToLong(ledger::count).sum())
                .isEqualTo(SET.customers());
        assertThat(Stream.of(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.ENDED, Outcome.TO_ACCEPT)
                        .map(ledger::count))
                .allMatch(count -> count > 0);
    }

    @Test
    void refusesWhatItCannotMake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DataSet(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataSet(2, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataSet(1, 100, 1));
    }
}
