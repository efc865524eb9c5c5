package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class KmsEnvelopeTest {
    @TempDir
    private Path directory;

    private FakeKms kms;
    private HikariDataSource database;

    @BeforeEach
    void openService() throws Exception {
        kms = FakeKms.registered();
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    @DisplayName("マスター鍵は、外の鍵管理サービスだけが開ける封筒に入れて、所有者だけが読めるファイルに置く")
    void keepsTheMasterKeyInAnEnvelopeForItsOwnerAlone() throws Exception {
        new MasterKeyFiles(directory, kms.keyUri()).make(1);

        assertThat(Files.getPosixFilePermissions(file(1))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file(1))).matches("\\Q" + kms.keyUri() + "\\E\n[A-Za-z0-9+/=]+\n");
        assertThat(new MasterKeyFiles(directory).of(1)).isEqualTo(new MasterKeyFiles(directory).of(1));
    }

    @Test
    @DisplayName("封筒に入れ替えても、新しい時代に移っても、事実には一つも触れない")
    void goesOverToTheServiceAndOnWithoutTouchingAnEvent() throws Exception {
        try (var ledger = new TestLedger(database, new MasterKeyFiles(directory))) {
            ledger.append(acceptance(CUSTOMER, 0));
            var before = eventBytes();

            new Epochs(database, new MasterKeyFiles(directory, kms.keyUri())).rotate();
            assertThat(Files.readString(file(2))).startsWith(kms.keyUri());
            new Epochs(database, new MasterKeyFiles(directory)).rotate();
            assertThat(Files.readString(file(3)))
                    .as("who is not told otherwise goes on as it was")
                    .startsWith(kms.keyUri());

            assertThat(eventBytes()).isEqualTo(before);
            assertThat(directory).isDirectoryNotContaining("glob:**{master-1.key,master-2.key,.tmp}");
            assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(accepted(CUSTOMER));
        }
    }

    @Test
    void asksTheServiceOnceForAnEpoch() {
        var masterKeys = new MasterKeyFiles(directory, kms.keyUri());
        try (var ledger = new TestLedger(database, masterKeys)) {
            int atStart = kms.decrypted();
            ledger.append(acceptance(CUSTOMER, 0));
            assertThat(ledger.reader.opened(List.of(1L))).hasSize(1);
            assertThat(kms.decrypted()).isEqualTo(atStart);
        }
    }

    @ParameterizedTest
    @EnumSource(value = FakeKms.Mood.class, mode = Mode.EXCLUDE, names = "SERVES")
    @DisplayName("鍵管理サービスが応じなければ、はっきり失敗し、消去されたとも空の鍵とも扱わない")
    void failsWhereTheServiceDoesNotGiveTheKey(FakeKms.Mood mood) {
        try (var ledger = new TestLedger(database, new MasterKeyFiles(directory, kms.keyUri()))) {
            ledger.append(acceptance(CUSTOMER, 0));
        }
        kms.is(mood);

        var anew = new MasterKeyFiles(directory);
        assertThatThrownBy(() -> new Epochs(database, anew).begin()).isInstanceOf(MasterKeyMissing.class);
        var keys = new DataKeys(database, anew, EventMapper.create());
        assertThatThrownBy(() -> keys.named(List.of(CUSTOMER + ":1"))).isInstanceOf(MasterKeyMissing.class);
        assertThatThrownBy(() -> keys.of(CUSTOMER).sealing()).isInstanceOf(MasterKeyMissing.class);
        assertThatThrownBy(() -> anew.make(2)).isInstanceOf(MasterKeyMissing.class);
        assertThat(anew.newest()).isEqualTo(1);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");

        kms.is(FakeKms.Mood.SERVES);
        assertThat(keys.named(List.of(CUSTOMER + ":1")).get(CUSTOMER + ":1")).isPresent();
    }

    @Test
    void opensNoEnvelopeOfAnotherEpochOrKey() throws Exception {
        new MasterKeyFiles(directory, kms.keyUri()).make(1);
        var envelope = Files.readString(file(1));

        Files.writeString(file(2), envelope);
        assertThatThrownBy(() -> new MasterKeyFiles(directory).of(2)).isInstanceOf(MasterKeyMissing.class);

        var other = FakeKms.registered();
        Files.writeString(file(1), envelope.replace(kms.keyUri(), other.keyUri()));
        assertThatThrownBy(() -> new MasterKeyFiles(directory).of(1))
                .isInstanceOf(MasterKeyMissing.class)
                .hasMessageContaining(other.keyUri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody-kms://key", "gcp-kms://projects/p/locations/l/keyRings/r/cryptoKeys/k", "no uri", ""})
    void makesNoKeyWhereNoClientKnowsTheService(String keyUri) {
        var masterKeys = new MasterKeyFiles(directory, keyUri);

        assertThatThrownBy(() -> masterKeys.make(1)).isInstanceOf(MasterKeyMissing.class);

        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fake-kms://key", "fake-kms://key\nno base64!\n"})
    void takesNoOtherFileForAKey(String content) throws Exception {
        Files.writeString(file(1), content);

        assertThatThrownBy(() -> new MasterKeyFiles(directory).of(1)).isInstanceOf(MasterKeyMissing.class);
    }

    private Path file(int epoch) {
        return directory.resolve("master-" + epoch + ".key");
    }

    private String eventBytes() {
        return JdbcClient.create(database)
                .sql("select encode(string_agg(payload || metadata, '' order by position), 'hex') from ledger.event")
                .query(String.class)
                .single();
    }
}
