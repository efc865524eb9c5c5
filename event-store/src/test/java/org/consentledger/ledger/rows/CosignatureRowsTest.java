package org.consentledger.ledger.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.testing.TestLog;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CosignatureRowsTest {
    private static final TestLog LOG = TestLog.of("log.example/terms", 100);
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final SigningKey ONE = witness("w1");
    private static final SigningKey TWO = witness("w2");

    private HikariDataSource database;
    private CosignatureRows rows;

    @BeforeEach
    void makeDatabase() {
        database = TestPostgres.ledgerDatabase();
        rows = new CosignatureRows(database);
        rows.addWitness(ONE.verifierKey());
        rows.addWitness(TWO.verifierKey());
        rows.addWitness(TWO.verifierKey());
        var checkpoints = new CheckpointRows(database);
        IntStream.rangeClosed(0, 100).forEach(size -> checkpoints.add(size, LOG.signed(size)));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void numbersThemDenselyWhoeverAddsThemAtOnce() {
        var writers = List.of(ONE, TWO).stream()
                .flatMap(key -> IntStream.range(0, 4)
                        .mapToObj(part -> CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, 40)
                                .filter(size -> size % 4 == part)
                                .forEach(size -> cosign(key, size)))))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(JdbcClient.create(database)
                        .sql("select number from ledger.cosignature order by number")
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(LongStream.range(0, 80).boxed().toList());
        assertThat(rows.newestSize(ONE.verifierKey())).isEqualTo(40);
    }

    @Test
    void tellsWhatEachWitnessCosignedLast() {
        cosign(ONE, 5);
        cosign(ONE, 7);

        assertThat(rows.newest())
                .containsExactly(
                        new CosignatureRows.Newest(ONE.verifierKey(), 7, NOON),
                        new CosignatureRows.Newest(TWO.verifierKey(), 0, null));
    }

    @Test
    void keepsTheFirstOfAWitnessOnACheckpoint() {
        cosign(ONE, 5);
        var later = ONE.cosign(LOG.checkpoint(5), NOON.plusSeconds(60));
        rows.add(LOG.checkpoint(5), new Cosignature(ONE.verifierKey(), later));

        assertThat(rows.cosigned(LOG.signed(5)).signatures())
                .containsExactly(LOG.signed(5).signatures().getFirst(), ONE.cosign(LOG.checkpoint(5), NOON));
    }

    @Test
    void givesACheckpointOnlyTheCosignaturesOfItsOwnText() {
        cosign(ONE, 5);

        var otherRoot = LOG.forkedAt(2).signed(5);

        assertThat(rows.cosigned(otherRoot)).isEqualTo(otherRoot);
        assertThat(rows.cosigned(LOG.signed(6))).isEqualTo(LOG.signed(6));
    }

    @Test
    void findsTheCheckpointThatMostWitnessesHaveCosigned() {
        assertThat(rows.bestCovering(0)).isEmpty();
        cosign(ONE, 10);
        cosign(TWO, 10);
        assertThat(sizeCovering(3)).isEqualTo(10);

        // The second one fails from here on.
        cosign(ONE, 20);
        cosign(ONE, 30);
        assertThat(sizeCovering(9)).as("both, though others are newer").isEqualTo(10);
        assertThat(sizeCovering(10)).as("not covered by the older").isEqualTo(30);
        assertThat(rows.bestCovering(30)).isEmpty();

        cosign(TWO, 30);
        assertThat(sizeCovering(3)).isEqualTo(30);
        assertThat(rows.bestCovering(3).orElseThrow().signatures()).hasSize(3);
    }

    private long sizeCovering(long position) {
        return rows.bestCovering(position)
                .map(SignedNote::text)
                .map(Checkpoint::parse)
                .map(Checkpoint::size)
                .orElseThrow();
    }

    private void cosign(SigningKey witness, int size) {
        rows.add(
                LOG.checkpoint(size),
                new Cosignature(witness.verifierKey(), witness.cosign(LOG.checkpoint(size), NOON)));
    }

    private static SigningKey witness(String name) {
        return SigningKey.generate("witness.example/" + name, SignatureType.COSIGNATURE_V1, new SecureRandom());
    }
}
