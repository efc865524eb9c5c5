package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.export.Export;
import org.consentledger.ledger.fsck.Fsck;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.SoundLedger;
import org.consentledger.ledger.testing.TestCosigner;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger of 600 leaves that one witness has cosigned to the end and another up to 400. */
class CosignedExportTest {
    private static final TestCosigner ONE = TestCosigner.named("witness.example/w1");
    private static final TestCosigner TWO = TestCosigner.named("witness.example/w2");
    private static final TestCosigner THREE = TestCosigner.named("witness.example/w3");

    @TempDir
    private static Path directory;

    private static String sound;
    private static VerifierKey key;

    @TempDir
    private Path to;

    @BeforeAll
    static void makeLedger() throws IOException {
        sound = SoundLedger.create(directory);
        key = new KeyDirectory(directory).verifierKey().orElseThrow();
        try (var database = TestPostgres.pool(sound)) {
            ONE.cosign(database, 100, 200, 300);
            TWO.cosign(database, 200, 300);
            ONE.cosign(database, 400);
            TWO.cosign(database, 400);
            ONE.cosign(database, 500, 600);
        }
    }

    @Test
    @DisplayName("証人の定足数が、写しのどこまで連署したかが示される")
    void saysHowFarTheWitnessesHaveCosigned() throws IOException {
        export(sound);

        var both = check(new Quorum(List.of(ONE.key(), TWO.key()), 2));

        assertThat(both.findings()).isEmpty();
        assertThat(both.remarks())
                .containsExactly(
                        "witness.example/w1 has cosigned up to size 600, at 2026-04-01T12:00:00Z",
                        "witness.example/w2 has cosigned up to size 400, at 2026-04-01T12:00:00Z",
                        "cosigned by 2 of the 2 witnesses asked for: the first 400 of 600 leaves");
        assertThat(check(new Quorum(List.of(ONE.key(), TWO.key()), 1)).remarks())
                .contains("cosigned by 1 of the 2 witnesses asked for: the first 600 of 600 leaves");
    }

    @Test
    @DisplayName("定足数に足りなければ、検証に合格しない")
    void isNotVerifiedWithoutTheQuorum() throws IOException {
        export(sound);

        var report = check(new Quorum(List.of(ONE.key(), TWO.key(), THREE.key()), 3));

        assertThat(report.findings()).extracting(Finding::damage).containsExactly(Damage.QUORUM_NOT_MET);
        assertThat(report.remarks()).contains("witness.example/w3 has cosigned nothing");
        assertThat(check(new Quorum(List.of(ONE.key(), TWO.key(), THREE.key()), 2))
                        .isVerified())
                .isTrue();
    }

    @Test
    void tellsWhoseCosignaturesAreThereWhereNobodyAsked() throws IOException {
        export(sound);

        var report = check(Quorum.NONE);

        assertThat(report.isVerified()).isTrue();
        assertThat(report.remarks()).hasSize(2).allMatch(remark -> remark.contains("compare its key"));
    }

    @Test
    void writesTheNewestCheckpointWithItsCosignatures() throws IOException {
        export(sound);

        var newest = SignedNote.parse(Files.readAllBytes(to.resolve("checkpoint")));

        assertThat(newest.signedBy(List.of(key, ONE.key()))).containsExactly(key, ONE.key());
        assertThat(to.resolve("cosignatures/000.p/9")).exists();
        assertThat(Files.readString(to.resolve("assertion.json"))).contains("\"cosignatures\":9,");
    }

    @Test
    void goesOnWithAnEarlierExport() throws IOException {
        String url = TestPostgres.copy(sound);
        export(url);
        try (var database = TestPostgres.pool(url)) {
            TWO.cosign(database, 500);
        }
        export(url);

        assertThat(to.resolve("cosignatures/000.p/10")).exists();
        assertThat(to.resolve("cosignatures/000.p/9")).doesNotExist();
        assertThat(check(new Quorum(List.of(ONE.key(), TWO.key()), 2)).remarks())
                .contains("cosigned by 2 of the 2 witnesses asked for: the first 500 of 600 leaves");
    }

    @Test
    @DisplayName("写しの連署は一バイト変えても、消しても、指摘される")
    void namesEveryChangedByteOfTheCosignatures() throws IOException {
        export(sound);
        var file = to.resolve("cosignatures/000.p/9");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 97) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Files.write(file, changed);

            assertThat(check(Quorum.NONE).isVerified()).as("byte %d", i).isFalse();
        }
        Files.write(file, bytes);
        assertThat(check(Quorum.NONE).isVerified()).isTrue();

        Files.delete(file);
        assertThat(check(Quorum.NONE).findings())
                .extracting(Finding::damage)
                .containsOnly(Damage.FILE_MISSING, Damage.COSIGNATURE_NOT_VALID);
    }

    @Test
    void namesACheckpointFileWithOtherCosignatures() throws IOException {
        export(sound);
        var file = to.resolve("checkpoint");
        var newest = SignedNote.parse(Files.readAllBytes(file));
        Files.writeString(file, newest.only(List.of(key)).encode(), StandardCharsets.UTF_8);

        assertThat(check(Quorum.NONE).findings())
                .extracting(Finding::damage)
                .containsExactly(Damage.COSIGNATURE_NOT_VALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COSIGNATURE_NOT_VALID    | update ledger.cosignature set line = overlay(line placing 'AAAA' from 60) where number = 2
            COSIGNATURE_NOT_VALID    | update ledger.cosignature set vkey = (select vkey from ledger.cosignature where number = 3) where number = 8
            COSIGNATURE_NOT_VALID    | update ledger.cosignature set checkpoint = replace(checkpoint, E'\\n300\\n', E'\\n301\\n') where number = 2
            COSIGNATURE_CONTRADICTED | update ledger.cosignature set checkpoint = concat('other', checkpoint) where number = 2
            """)
    @DisplayName("連署の改ざんは、検査でも写しの検証でも指摘される")
    void namesWhatWasDoneToACosignature(Damage damage, String sql) throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            tamper(database, sql);
            assertThat(fsck(database).findings()).extracting(Finding::damage).contains(damage);
        }
        export(url);

        assertThat(check(Quorum.NONE).findings()).extracting(Finding::damage).contains(damage);
    }

    @Test
    void namesACosignatureThatWasTakenAway() throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            assertThat(fsck(database).isVerified()).isTrue();
            tamper(database, "delete from ledger.cosignature where number = 2");

            assertThat(fsck(database).findings())
                    .extracting(Finding::damage)
                    .containsExactly(Damage.COSIGNATURE_MISSING);
        }
    }

    @Test
    @DisplayName("証人が別の歴史に連署していれば、枝分かれの証拠として指摘される")
    void namesATreeThatAWitnessHasSeenAndThatIsNotThisOne() throws Exception {
        String url = TestPostgres.copy(sound);
        String other = SoundLedger.create(copyOfTheKey());
        String note;
        try (var database = TestPostgres.pool(other)) {
            note = JdbcClient.create(database)
                    .sql("select note from ledger.checkpoint where size = 300")
                    .query(String.class)
                    .single();
        }
        var cosigned = Checkpoint.parse(SignedNote.parse(note).text());
        try (var database = TestPostgres.pool(url)) {
            new CosignatureRows(database).add(cosigned, ONE.cosign(cosigned));
            assertThat(fsck(database).findings())
                    .extracting(Finding::damage)
                    .containsExactly(Damage.COSIGNATURE_CONTRADICTED);
        }
        export(url);

        assertThat(check(Quorum.NONE).findings())
                .extracting(Finding::damage)
                .containsExactly(Damage.COSIGNATURE_CONTRADICTED);
    }

    /** Without the signer's memory: whoever has the key can begin again. */
    private Path copyOfTheKey() throws IOException {
        var copy = Files.createDirectory(to.resolveSibling(to.getFileName() + "-keys"));
        Files.copy(directory.resolve("ledger.key"), copy.resolve("ledger.key"));
        return copy;
    }

    private static void tamper(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            statement.execute("set session_replication_role = origin");
        }
    }

    private static AuditReport fsck(DataSource database) {
        return new Fsck(database, List.of(key), null, Progress.none()).run();
    }

    private AuditReport check(Quorum quorum) throws IOException {
        return new ExportCheck(to, List.of(key), List.of(), quorum, Progress.none()).run();
    }

    private void export(String url) throws IOException {
        try (var database = TestPostgres.pool(url)) {
            new Export(database, to, Progress.none()).run();
        }
    }
}
