package org.consentledger.ledger.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.scan.ScanFailed;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.SoundLedger;
import org.consentledger.ledger.testing.Tampering;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FsckTest {
    @TempDir
    private static Path directory;

    private static String sound;
    private static KeyDirectory keys;

    @BeforeAll
    static void createLedger() {
        sound = SoundLedger.create(directory.resolve("keys"));
        keys = new KeyDirectory(directory.resolve("keys"));
    }

    @Test
    @DisplayName("無傷の台帳は、検査に合格する")
    void findsNothingInASoundLedger() throws IOException {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            var report = fsck(database, remembered());

            assertThat(report.findings()).isEmpty();
            assertThat(report.isVerified()).isTrue();
            assertThat(report.size()).isEqualTo(SoundLedger.SIZE);
            assertThat(report.checkpoints()).isEqualTo(1 + SoundLedger.SIZE / SoundLedger.GROUP);
            assertThat(report.remarks()).isEmpty();
        }
    }

    @Test
    void findsNothingInAnEmptyLedger() {
        try (var database = TestPostgres.ledgerDatabase()) {
            assertThat(new Fsck(database, List.of(), null, Progress.none())
                            .run()
                            .isVerified())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("改ざんは、種類と位置を挙げて指摘される")
    void namesWhatWasDoneAndWhere(Tampering tampering) throws Exception {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            tampering.apply(database);

            var report = fsck(database, remembered());

            assertThat(report.findings())
                    .as("%s", report)
                    .anyMatch(finding ->
                            finding.damage() == tampering.damage() && finding.position() == tampering.position());
            assertThat(report.findings().stream()
                            .mapToLong(Finding::position)
                            .filter(position -> position >= 0)
                            .min()
                            .orElse(Finding.NOWHERE))
                    .isLessThanOrEqualTo(Math.max(tampering.position(), 600));
        }
    }

    @Test
    @DisplayName("署名の記憶がないときは、末尾の切り取りを確かめられないと断る")
    void saysWhatIsNotSeenWhereNobodyRemembersWhatWasSigned() throws Exception {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            assertThat(fsck(database, null).remarks())
                    .singleElement()
                    .asString()
                    .startsWith("nobody remembers");
        }
    }

    @Test
    void namesWhatIsNoKey() throws Exception {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound));
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into ledger.verifier_key (vkey) values ('no key')");

            var report = fsck(database, remembered());

            assertThat(report.findings())
                    .singleElement()
                    .extracting(Finding::damage)
                    .isEqualTo(Damage.KEY_UNKNOWN);
        }
    }

    @Test
    void saysThatARowIsMalformedWhereTheSchemaLetsItBe() throws Exception {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound));
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("alter table ledger.leaf drop constraint leaf_hash_check");
            statement.execute("update ledger.leaf set hash = '\\x00' where position = 5");

            assertThatThrownBy(() -> fsck(database, remembered())).isInstanceOf(ScanFailed.class);
        }
    }

    @Test
    void tellsWhatIsNotSignedYet() throws IOException {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            try (var unsigned = new TestLedger(database)) {
                SoundLedger.append(unsigned, SoundLedger.SIZE, 3);
            }

            var report = fsck(database, remembered());

            assertThat(report.isVerified()).isTrue();
            assertThat(report.remarks()).anyMatch(remark -> remark.contains("from 600 to 602"));
        }
    }

    @Test
    @DisplayName("別の鍵で署名し直された台帳は、鍵の照合で見つかる")
    void refusesALedgerSignedAnewWithAnotherKey() throws IOException {
        String other = SoundLedger.create(directory.resolve("other-keys"));
        try (var database = TestPostgres.pool(other)) {
            var report = fsck(database, remembered());

            assertThat(report.findings()).extracting(Finding::damage).contains(Damage.KEY_UNKNOWN);
            assertThat(report.findings()).extracting(Finding::damage).contains(Damage.CHECKPOINT_NOT_SIGNED);
        }
    }

    @Test
    void findsAnOlderLedgerPutBackByTheSignersMemoryAlone() throws IOException {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            var newer = signedBeforeTheRestore();

            var report = fsck(database, newer);

            assertThat(report.findings())
                    .anyMatch(finding -> finding.damage() == Damage.CHECKPOINT_BEYOND && finding.position() == 600);
        }
    }

    /** What the signer goes on to sign before the older database is put back. */
    private static SignedNote signedBeforeTheRestore() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("copied-keys"));
        for (String file : List.of("ledger.key", "ledger.signed")) {
            Files.copy(directory.resolve("keys").resolve(file), copy.resolve(file));
        }
        try (var database = TestPostgres.pool(TestPostgres.copy(sound));
                var ledger = TestLedger.signing(database, copy)) {
            SoundLedger.append(ledger, SoundLedger.SIZE, 5);
        }
        return new KeyDirectory(copy).lastSigned().orElseThrow();
    }

    private AuditReport fsck(HikariDataSource database, @Nullable SignedNote remembered) throws IOException {
        VerifierKey key = keys.verifierKey().orElseThrow();
        return new Fsck(database, List.of(key), remembered, Progress.none()).run();
    }

    private SignedNote remembered() throws IOException {
        return keys.lastSigned().orElseThrow();
    }
}
