package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.export.Export;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.StampedLedger;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedTimestampsTest {
    @TempDir
    private static Path keys;

    private static String url;
    private static VerifierKey key;
    private static TrustedAuthority trusted;

    @TempDir
    private Path export;

    private Path stamps;

    @BeforeAll
    static void createLedger() throws IOException {
        try (var authority = TestAuthority.start()) {
            url = StampedLedger.create(keys, authority);
            trusted = authority.trusted();
        }
        key = new KeyDirectory(keys).verifierKey().orElseThrow();
    }

    @BeforeEach
    void export() throws IOException {
        try (var database = TestPostgres.pool(url)) {
            var exported = new Export(database, export, Progress.none()).run();
            assertThat(exported.timestamps()).isEqualTo(3);
        }
        stamps = export.resolve("timestamps");
    }

    @Test
    @DisplayName("書き出したタイムスタンプは、信頼する認証局の証明書で確かめられる")
    void verifiesTheTimeStampsOfASoundLedger() throws IOException {
        var report = check(trusted);

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .startsWith("3 time stamps, the last of")
                .doesNotContain("not checked");
    }

    @Test
    void saysWhatItDidNotCheckWithoutACertificate() throws IOException {
        var report = check(null);

        assertThat(report.isVerified()).isTrue();
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .endsWith("whether that is an authority to trust was not checked");
    }

    @Test
    void refusesAnAuthorityThatIsNotTrusted() throws IOException {
        try (var another = TestAuthority.start()) {
            var report = check(another.trusted());

            assertThat(report.findings()).hasSize(3).allMatch(finding -> finding.damage() == Damage.TIMESTAMP_REJECTED);
        }
    }

    @Test
    void refusesATokenThatWasExchanged() throws IOException {
        Files.write(stamps.resolve("001.tst"), Files.readAllBytes(stamps.resolve("000.tst")));

        finds(Damage.TIMESTAMP_REJECTED, 41);
    }

    @Test
    void refusesTimeStampsThatChangedPlaces() throws IOException {
        for (String kind : List.of(".tst", ".checkpoint")) {
            Files.move(stamps.resolve("000" + kind), stamps.resolve("x" + kind));
            Files.move(stamps.resolve("001" + kind), stamps.resolve("000" + kind));
            Files.move(stamps.resolve("x" + kind), stamps.resolve("001" + kind));
        }

        finds(Damage.TIMESTAMP_CHANGED, 20);
        finds(Damage.TIMESTAMP_CHANGED, 41);
    }

    @Test
    void refusesATokenThatIsGone() throws IOException {
        Files.delete(stamps.resolve("002.tst"));

        finds(Damage.TIMESTAMP_MISSING, 62);
    }

    @Test
    @DisplayName("後から紛れ込ませたタイムスタンプは、指摘される")
    void refusesATokenThatNoEventRecords() throws IOException {
        Files.copy(stamps.resolve("002.tst"), stamps.resolve("003.tst"));

        finds(Damage.TIMESTAMP_INSERTED, -1);
    }

    @Test
    void remarksWhatIsNoTimeStamp() throws IOException {
        Files.writeString(stamps.resolve("0000.tst"), "x");
        Files.writeString(stamps.resolve("README"), "x");

        var report = check(trusted);

        assertThat(report.isVerified()).isTrue();
        assertThat(report.remarks())
                .contains("not part of the export and not checked: timestamps/0000.tst, timestamps/README");
    }

    private void finds(Damage damage, long position) throws IOException {
        var report = check(trusted);
        assertThat(report.findings())
                .as("%s", report)
                .anyMatch(finding -> finding.damage() == damage && finding.position() == position);
    }

    private AuditReport check(@Nullable TrustedAuthority authority) throws IOException {
        return new ExportCheck(export, List.of(key), List.of(), Quorum.NONE, Progress.none())
                .trusting(authority)
                .run();
    }
}
