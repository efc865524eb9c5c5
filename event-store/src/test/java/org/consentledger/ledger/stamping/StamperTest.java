package org.consentledger.ledger.stamping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.consentledger.events.ledger.CheckpointTimestamped;
import org.consentledger.ledger.append.CommittedGroup;
import org.consentledger.ledger.append.Covering;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StamperTest {
    private final HikariDataSource database = TestPostgres.ledgerDatabase();
    private TestAuthority authority;
    private TestLedger ledger;
    private Stamper stamper;

    @TempDir
    private Path keys;

    @BeforeEach
    void start() throws Exception {
        authority = TestAuthority.start();
        ledger = TestLedger.signing(database, keys);
        stamper = ledger.stamper(authority.settings());
    }

    @AfterEach
    void stop() {
        stamper.close();
        ledger.close();
        authority.close();
        database.close();
    }

    @Test
    @DisplayName("トークンのハッシュは、台帳そのものに事実として記録される")
    void recordsTheTokensDigestInTheLedger() {
        ledger.append(event("a", 0), event("a", 1));

        var stamp = stamped();

        assertThat(stamp.number()).isZero();
        assertThat(stamp.position()).isEqualTo(2);
        assertThat(stamp.checkpointSize()).isEqualTo(2);
        var kept = ledger.timestamps.kept(0).orElseThrow();
        assertThat(stamp.tokenDigest().value())
                .isEqualTo("sha256:" + Hash.sha256(kept.token()).hex());
        assertThat(stamp.checkpointDigest().value())
                .isEqualTo("sha256:"
                        + Hash.sha256(kept.note().getBytes(StandardCharsets.UTF_8))
                                .hex());
        var event = ledger.reader.event(2).orElseThrow();
        assertThat(event.payload()).isInstanceOf(CheckpointTimestamped.class);
        assertThat(event.aggregateId()).isEqualTo("ledger:timestamps");
        assertThat(ledger.log.checkpoint().orElseThrow().lines().skip(1))
                .first()
                .isEqualTo("3");
    }

    @Test
    @DisplayName("自らの記録だけで伸びた台帳には、重ねてタイムスタンプを取らない")
    void doesNotStampALedgerThatGrewByItsOwnEventAlone() {
        assertThat(stamper.stamp()).isEqualTo(new NotGrown(null));
        ledger.append(event("a", 0));
        var first = stamped();

        assertThat(stamper.stamp()).isEqualTo(new NotGrown(first));
        assertThat(authority.asked()).isEqualTo(1);

        ledger.append(event("a", 1));
        assertThat(stamped().number()).isEqualTo(1);
        assertThat(ledger.timestamps.from(0, 10))
                .extracting(RecordedTimestamp::position)
                .containsExactly(1L, 3L);
        assertThat(stamper.failures()).isZero();
    }

    @Test
    @DisplayName("取れなかったときは、何も残さず、記録の妨げにもならない")
    void leavesNothingBehindWhereItFails() {
        ledger.append(event("a", 0));
        authority.behave(Manner.WRONG_IMPRINT);

        assertThatThrownBy(stamper::stamp).isInstanceOf(StampingFailed.class);

        assertThat(stamper.failures()).isEqualTo(1);
        assertThat(ledger.reader.size()).isEqualTo(1);
        assertThat(new TimestampRows(database).at(0)).isEmpty();
        ledger.append(event("a", 1));
        authority.behave(Manner.HONEST);
        assertThat(stamped().number()).isZero();
    }

    @Test
    void takesWritesWhileTheAuthorityIsSilent() {
        ledger.append(event("a", 0));
        authority.behave(Manner.SLOW);
        var waiting = CompletableFuture.supplyAsync(() -> catchThrowable(stamper::stamp));

        while (authority.asked() == 0) {
            Thread.onSpinWait();
        }
        ledger.append(event("a", 1));

        assertThat(ledger.reader.size()).isEqualTo(2);
        stamper.close();
        assertThat(waiting.join()).isInstanceOf(StampingFailed.class);
    }

    @Test
    @DisplayName("途中で止まっても、次にはまず、取ったトークンを記録する")
    void finishesWhatAKilledProcessBegan() {
        ledger.append(event("a", 0));
        var begun = begun();
        new TimestampRows(database).add(0, begun);
        ledger.append(event("a", 1));
        assertThat(ledger.timestamps.newest()).isEmpty();
        assertThat(ledger.timestamps.kept(0)).isEmpty();

        assertThat(stamped().number()).isEqualTo(1);

        assertThat(ledger.timestamps.from(0, 10))
                .extracting(stamp -> stamp.checkpointSize())
                .containsExactly(1L, 3L);
        assertThat(ledger.timestamps.kept(0).orElseThrow().token()).isEqualTo(begun.token());
    }

    @Test
    void doesNotAdoptWhatItWouldNotHaveTaken() {
        ledger.append(event("a", 0));
        authority.behave(Manner.ANOTHER_AUTHORITY);
        new TimestampRows(database).add(0, begun());
        authority.behave(Manner.HONEST);

        assertThatThrownBy(stamper::stamp)
                .isInstanceOf(StampingFailed.class)
                .hasMessageContaining("kept under number 0");

        assertThat(ledger.timestamps.newest()).isEmpty();
    }

    /** A token that nobody has recorded yet. */
    private TimestampedCheckpoint begun() {
        var note = new CheckpointRows(database).latest().orElseThrow().encode();
        var settings = authority.settings();
        var anybody = new AuthoritySettings(
                settings.url(), settings.policy(), null, settings.connectTimeout(), settings.timeout());
        try (var client = new AuthorityClient(anybody)) {
            return new TimestampedCheckpoint(
                    note, client.stamp(note.getBytes(StandardCharsets.UTF_8)).encode());
        }
    }

    @Test
    void givesEachNumberToOneOfSeveralProcesses() {
        try (var second = new TestLedger(database)) {
            for (int round = 0; round < 5; round++) {
                ledger.append(event("a", round));
                IntStream.range(0, 4).parallel().forEach(i -> {
                    try (var other = (i % 2 == 0 ? ledger : second).stamper(authority.settings())) {
                        other.stamp();
                    }
                });
            }
        }
        var stamps = ledger.timestamps.from(0, 100);
        for (int i = 0; i < stamps.size(); i++) {
            assertThat(stamps.get(i).number()).isEqualTo(i);
            assertThat(stamps.get(i).checkpointSize())
                    .isLessThanOrEqualTo(stamps.get(i).position())
                    .isGreaterThan(i == 0 ? 0 : stamps.get(i - 1).position());
        }
        assertThat(stamps).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void asksNobodyWhereTheSignerHasStopped() {
        ledger.append(event("a", 0));
        Signing stopped = new Signing() {
            @Override
            public void admit() {
                throw new WritesSuspended("the tree is another one");
            }

            @Override
            public CompletableFuture<Optional<Covering>> cover(CommittedGroup group) {
                return new Unsigned().cover(group);
            }
        };
        try (var other = new Stamper(
                authority.settings(),
                stopped,
                new CheckpointRows(database),
                new TimestampRows(database),
                ledger.timestamps,
                ledger.store)) {
            assertThatThrownBy(other::stamp).isInstanceOf(WritesSuspended.class);
        }
        assertThat(authority.asked()).isZero();
    }

    private RecordedTimestamp stamped() {
        return switch (stamper.stamp()) {
            case Stamped(var stamp) -> stamp;
            case NotGrown notGrown -> throw new AssertionError("not stamped: " + notGrown);
        };
    }
}
