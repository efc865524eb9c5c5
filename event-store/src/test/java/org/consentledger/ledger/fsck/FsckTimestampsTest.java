package org.consentledger.ledger.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.StampedLedger;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FsckTimestampsTest {
    @TempDir
    private static Path keys;

    private static String sound;
    private static TrustedAuthority trusted;

    @BeforeAll
    static void createLedger() throws Exception {
        try (var authority = TestAuthority.start()) {
            sound = StampedLedger.create(keys, authority);
            trusted = authority.trusted();
        }
    }

    @Test
    void findsNothingInASoundLedger() throws Exception {
        var report = fsck("select 1");

        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(StampedLedger.SIZE);
        assertThat(report.remarks()).hasSize(2).first().asString().startsWith("nobody remembers");
        assertThat(report.remarks())
                .last()
                .asString()
                .startsWith("3 time stamps, the last of ")
                .endsWith("about 62 leaves, by C=JP,O=Test,CN=Test Time-Stamping Authority");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIMESTAMP_CHANGED  | 20 | update ledger.time_stamp t set note = o.note, token = o.token from ledger.time_stamp o where t.number + o.number = 1
            TIMESTAMP_REJECTED | 41 | update ledger.time_stamp set note = (select note from ledger.time_stamp where number = 0) where number = 1
            TIMESTAMP_REJECTED | 62 | update ledger.time_stamp set token = substr(token, 1, length(token) - 1) where number = 2
            TIMESTAMP_MISSING  | 41 | delete from ledger.time_stamp where number = 1
            TIMESTAMP_INSERTED | -1 | insert into ledger.time_stamp select number + 2, note, token from ledger.time_stamp where number in (1, 2)
            PAYLOAD_CHANGED    | 41 | update ledger.event set payload = set_byte(payload, 40, 48) where position = 41
            """)
    @DisplayName("タイムスタンプの改ざんは、種類と位置を挙げて指摘される")
    void namesWhatWasDoneAndWhere(Damage damage, long position, String sql) throws Exception {
        var report = fsck(sql);

        assertThat(report.isVerified()).isFalse();
        assertThat(report.findings())
                .as("%s", report)
                .anyMatch(finding -> finding.damage() == damage && finding.position() == position);
    }

    @Test
    void remarksATokenWhoseEventMayBeOnItsWay() throws Exception {
        var report =
                fsck("insert into ledger.time_stamp select 3, note, token from ledger.time_stamp where number = 2");

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("time stamp 3 is not recorded"));
    }

    @Test
    void looksFirstAtTheTreeThatWasStamped() throws Exception {
        var report = fsck("delete from ledger.checkpoint where size = 20;"
                + "update ledger.leaf set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where position = 15");

        assertThat(report.findings())
                .extracting(Finding::damage, Finding::position)
                .contains(tuple(Damage.CHECKPOINT_CONTRADICTED, 0L));
        assertThat(report.findings()).anyMatch(finding -> finding.what().contains("signed at size 20"));
    }

    private static AuditReport fsck(String sql) throws Exception {
        try (var database = TestPostgres.pool(TestPostgres.copy(sound))) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute(sql);
                statement.execute("set session_replication_role = origin");
            }
            var key = new KeyDirectory(keys).verifierKey().orElseThrow();
            return new Fsck(database, List.of(key), null, Progress.none())
                    .trusting(trusted)
                    .run();
        }
    }
}
