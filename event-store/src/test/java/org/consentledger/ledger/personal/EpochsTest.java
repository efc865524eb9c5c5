package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.PersonalFacts.closed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.Claimed;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EpochsTest {
    @TempDir
    private Path directory;

    private MasterKeyFiles masterKeys;
    private TestLedger ledger;
    private JdbcClient jdbc;
    private Epochs epochs;

    @BeforeEach
    void openLedger() {
        masterKeys = new MasterKeyFiles(directory);
        ledger = new TestLedger(TestPostgres.ledgerDatabase(), masterKeys);
        jdbc = JdbcClient.create(ledger.database);
        epochs = new Epochs(ledger.database, masterKeys);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
        ledger.database.close();
    }

    @Test
    void keepsTheMasterKeyForItsOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(directory.resolve("master-1.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisplayName("マスター鍵を替えても、事実には一つも触れない")
    void wrapsEveryKeyAnewAndTouchesNoEvent() {
        IntStream.range(0, 1_100).forEach(i -> ledger.append(acceptance(new CustomerId("c" + i), 0)));
        var before = eventBytes();

        assertThat(epochs.rotate()).isEqualTo(2);

        assertThat(eventBytes()).isEqualTo(before);
        assertThat(jdbc.sql("select distinct epoch from ledger.data_key")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(directory.resolve("master-1.key")).doesNotExist();
        assertThat(ledger.reader.opened(List.of(1L, 2_199L)))
                .extracting(event -> event.payload())
                .containsExactly(accepted(new CustomerId("c0")), accepted(new CustomerId("c1099")));
    }

    @Test
    @DisplayName("古い鍵表の控えは、その時代の鍵が消えれば役に立たない")
    void makesAnOldBackupOfTheKeysUseless() {
        ledger.append(acceptance(CUSTOMER, 0));
        var backup = jdbc.sql("select wrapped from ledger.data_key")
                .query(byte[].class)
                .single();
        epochs.rotate();

        jdbc.sql("alter table ledger.data_key disable trigger all").update();
        jdbc.sql("update ledger.data_key set epoch = 1, wrapped = ?")
                .param(backup)
                .update();

        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(closed(CUSTOMER));
        assertThatThrownBy(() -> DataKey.unwrap(CUSTOMER, 1, backup, masterKeys.of(2)))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> masterKeys.of(1)).isInstanceOf(MasterKeyMissing.class);
        assertThat(ledger.dataKeys.of(CUSTOMER).sealing().version()).isEqualTo(2);
    }

    @Test
    void wrapsUnderTheNewEpochWhatWasSealedInTheOldOneAndNotYetStored() {
        var claim = new RequestClaim(CUSTOMER, "key", new byte[] {1});
        var keys = ledger.dataKeys.askedBefore(claim).keys();
        keys.sealing();
        epochs.rotate();

        ledger.append(
                unitOfWork -> Appended.claim(unitOfWork, new Claimed(claim, keys)), List.of(acceptance(CUSTOMER, 0)));

        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(accepted(CUSTOMER));
    }

    @Test
    void finishesARotationThatWasCutShort() {
        ledger.append(acceptance(CUSTOMER, 0));
        masterKeys.make(2);
        new Epochs(ledger.database, masterKeys).begin();
        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(accepted(CUSTOMER));

        epochs.endOthers();

        assertThat(directory.resolve("master-1.key")).doesNotExist();
        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(accepted(CUSTOMER));
    }

    @Test
    @DisplayName("交替の時刻を過ぎていれば替え、過ぎていなければ替えない")
    void rotatesWhereTheEpochBeganBeforeItsTime() {
        ledger.append(acceptance(CUSTOMER, 0));
        var now =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        var schedule = new EpochSchedule(
                now.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime().plusHours(1));

        assertThat(epochs.rotateIfDue(schedule)).isFalse();
        jdbc.sql("alter table ledger.master_epoch disable trigger all").update();
        jdbc.sql("update ledger.master_epoch set begun_at = begun_at - interval '1 day'")
                .update();
        assertThat(epochs.rotateIfDue(schedule)).isTrue();
        assertThat(epochs.rotateIfDue(schedule)).isFalse();

        assertThat(masterKeys.newest()).isEqualTo(2);
        assertThat(directory.resolve("master-1.key")).doesNotExist();
    }

    @Test
    @DisplayName("読む間に鍵が包み直されても、読めないとは答えない")
    void readsOnceMoreWhatIsWrappedAnewMeanwhile() {
        ledger.append(acceptance(CUSTOMER, 0));
        var rotating = new RotatingAtFirstSight();

        var keys = new DataKeys(ledger.database, rotating, EventMapper.create()).named(List.of("c:7:1"));

        assertThat(keys.get("c:7:1")).isPresent();
        assertThat(masterKeys.newest()).isEqualTo(2);
    }

    @Test
    void refusesToBeginWithoutTheKeyOfTheLastEpoch(@TempDir Path elsewhere) {
        ledger.append(acceptance(CUSTOMER, 0));

        var others = new MasterKeyFiles(elsewhere);
        assertThatThrownBy(() -> new Epochs(ledger.database, others).begin()).isInstanceOf(MasterKeyMissing.class);
        assertThatThrownBy(() -> new DataKeys(ledger.database, others, EventMapper.create())
                        .of(CUSTOMER)
                        .sealing())
                .isInstanceOf(MasterKeyMissing.class);
    }

    /** The master keys, which are rotated by somebody else when they are first asked for. */
    private final class RotatingAtFirstSight implements MasterKeys {
        private boolean rotated;

        @Override
        public boolean holds(int epoch) {
            if (!rotated) {
                rotated = true;
                epochs.rotate();
            }
            return masterKeys.holds(epoch);
        }

        @Override
        public SecretKey of(int epoch) {
            return masterKeys.of(epoch);
        }

        @Override
        public int newest() {
            return masterKeys.newest();
        }

        @Override
        public void make(int epoch) {
            masterKeys.make(epoch);
        }

        @Override
        public void destroy(int epoch) {
            masterKeys.destroy(epoch);
        }
    }

    private String eventBytes() {
        return jdbc.sql("select encode(string_agg(payload || metadata, '' order by position), 'hex') from ledger.event")
                .query(String.class)
                .single();
    }
}
