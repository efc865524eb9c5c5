package org.consentledger.ledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.NAMES;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.consentledger.ledger.append.IdempotencyKeyTaken;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.append.OutcomeUnknown;
import org.consentledger.ledger.append.Upstream;
import org.consentledger.ledger.append.UpstreamEvent;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.fsck.Fsck;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.AxonServerDouble;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestMasterKeys;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the wire, with Axon Server's own connector; at the other end stands what speaks the protocol of Axon Server. */
class AxonServerLedgerTest {
    private static final String ORIGIN = "ledger.example/consents";

    @SuppressWarnings("NullAway.Init")
    private static HikariDataSource admin;

    @TempDir
    private Path keys;

    private AxonServerDouble server;
    private AxonServerEvents connection;
    private HikariDataSource database;
    private TestMasterKeys masterKeys;
    private TestLedger ledger;

    @BeforeAll
    static void openAdmin() throws SQLException {
        admin = TestPostgres.pool(TestPostgres.emptyDatabase());
        admin.getConnection().close();
    }

    @AfterAll
    static void closeAdmin() {
        admin.close();
    }

    @BeforeEach
    void open() throws IOException {
        server = new AxonServerDouble();
        database = TestPostgres.ledgerDatabase();
        connection = PatientConnection.open(server, ORIGIN);
        masterKeys = new TestMasterKeys();
        ledger = TestLedger.following(database, keys, connection, masterKeys);
    }

    @AfterEach
    void close() {
        ledger.close();
        connection.close();
        database.close();
        server.close();
    }

    @Test
    @DisplayName("出来事は Axon Server に封じて置かれ、葉と領収書を得る")
    void storesEventsThereSealedAndGivesThemLeavesHere() throws Exception {
        var appended = ledger.append(acceptance(CUSTOMER, 0));

        var there = server.events().all();
        assertThat(there)
                .extracting(event ->
                        event.getPayload().getType() + " " + event.getPayload().getRevision())
                .containsExactly("ledger.DataKeyCommitted 1", "agreement.EditionAccepted 1");
        assertThat(there.getLast().getPayload().getData().toString(StandardCharsets.UTF_8))
                .contains("c:7")
                .doesNotContain(NAMES);
        var id = appended.eventIds().getFirst();
        assertThat(appended.position(id)).isEqualTo(1);
        assertThat(appended.receipt(id)).isNotNull();
        assertThat(ledger.reader.opened(List.of(1L)).stream().map(RecordedEvent::payload))
                .containsExactly(accepted(CUSTOMER));
        assertThat(ledger.time.now().ledgerSize()).isEqualTo(2);
        isSound();
    }

    @Test
    @DisplayName("空の PostgreSQL は、最初から追って同じ木になる")
    void anEmptyDatabaseBecomesTheSameTree() throws Exception {
        var claim = new RequestClaim(CUSTOMER, "key", new byte[] {1});
        ledger.append(event("a", 0), event("b", 0));
        ledger.appendFor(claim, acceptance(CUSTOMER, 0));
        ledger.append(event("a", 1));

        try (var other = TestPostgres.ledgerDatabase();
                var follower = TestLedger.following(other, keys.resolve("other"), connection)) {
            await(() -> follower.reader.size() == 5);
            assertThat(TreeRow.read(other).root())
                    .isEqualTo(TreeRow.read(database).root());
            assertThat(TreeRow.read(other).newest())
                    .isEqualTo(TreeRow.read(database).newest());
            assertThat(follower.dataKeys.askedBefore(claim).answered())
                    .isEqualTo(ledger.dataKeys.askedBefore(claim).answered());
        }
    }

    @Test
    @DisplayName("二つのプロセスが並んで記録しても、順は一つで、Axon Server と同じである")
    void twoProcessesMakeOneOrder() throws Exception {
        try (var wayOfOther = PatientConnection.open(server, ORIGIN);
                var other = TestLedger.following(database, wayOfOther);
                var threads = Executors.newFixedThreadPool(4)) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 4; writer++) {
                var process = writer % 2 == 0 ? ledger : other;
                var aggregate = "aggregate-" + writer;
                writers.add(threads.submit(() -> {
                    for (int seq = 0; seq < 25; seq++) {
                        process.append(event(aggregate, seq));
                    }
                }));
            }
            for (var writer : writers) {
                writer.get();
            }
        }

        assertThat(ledger.reader.from(0, 500))
                .extracting(RecordedEvent::eventId)
                .containsExactlyElementsOf(server.events().all().stream()
                        .map(Event::getMessageIdentifier)
                        .toList())
                .hasSize(100);
        isSound();
    }

    @Test
    @DisplayName("Axon Server が止まる間は記録せず、戻れば続ける")
    void goesOnWhenTheServerComesBack() throws Exception {
        ledger.append(event("a", 0));
        server.cut();

        assertThatThrownBy(() -> ledger.append(event("a", 1)))
                .isInstanceOfAny(LedgerUnavailable.class, OutcomeUnknown.class);

        server.comeBack();
        await(() -> appends("b"));
        assertThat(server.events().all()).hasSize((int) ledger.reader.size());
        isSound();
    }

    private boolean appends(String aggregate) {
        try {
            ledger.append(event(aggregate, 0));
            return true;
        } catch (LedgerUnavailable | OutcomeUnknown e) {
            return false;
        }
    }

    @Test
    @DisplayName("確認の前に切れた記録は、追われて一度だけ残る")
    void followsWhatWasStoredThoughNobodyWasToldSo() throws Exception {
        var claim = new RequestClaim(CUSTOMER, "key", new byte[] {1});
        server.events().afterNext(server::cut);

        assertThatThrownBy(() -> ledger.appendFor(claim, acceptance(CUSTOMER, 0)))
                .isInstanceOf(OutcomeUnknown.class);
        server.comeBack();
        await(() -> ledger.reader.size() == 2);

        assertThat(Objects.requireNonNull(ledger.dataKeys.askedBefore(claim).answered())
                        .lastPosition())
                .isEqualTo(1);
        assertThat(ledger.dataKeys.askedBefore(claim).isSame(claim)).isTrue();
        assertThatThrownBy(() -> ledger.appendFor(claim, acceptance(CUSTOMER, 1)))
                .isInstanceOf(IdempotencyKeyTaken.class);
        assertThat(ledger.reader.opened(List.of(1L)).stream().map(RecordedEvent::payload))
                .containsExactly(accepted(CUSTOMER));
        isSound();
    }

    @Test
    @DisplayName("追われる前に主鍵が替わっても、待っていた鍵は開く")
    void opensWhatAKeySealedThatWaitedThroughARotation() throws Exception {
        server.events().afterNext(server::cut);
        assertThatThrownBy(() -> ledger.append(acceptance(CUSTOMER, 0))).isInstanceOf(OutcomeUnknown.class);

        assertThat(new Epochs(database, masterKeys).rotate()).isEqualTo(2);

        assertThat(masterKeys.holds(1)).isFalse();
        server.comeBack();
        await(() -> ledger.reader.size() == 2);
        assertThat(ledger.reader.opened(List.of(1L)).stream().map(RecordedEvent::payload))
                .containsExactly(accepted(CUSTOMER));
    }

    @Test
    @DisplayName("新しい顧客の鍵を置くのに、錠を持ったまま二本目の接続を待たない")
    void keepsANewKeyWithoutASecondConnection() {
        database.getHikariConfigMXBean().setMaximumPoolSize(1);
        database.getHikariPoolMXBean().softEvictConnections();

        var appended = ledger.append(acceptance(CUSTOMER, 0));

        assertThat(appended.isPlaced()).isTrue();
    }

    @Test
    @DisplayName("錠を失った者は、何も Axon Server に置かない")
    void storesNothingOnceTheLockIsLost() {
        try (var other = TestPostgres.ledgerDatabase();
                var losing = PatientConnection.open(server, ORIGIN)) {
            var under = new LosingTheLock(losing, () -> breakConnections(other));
            try (var process = TestLedger.following(other, under)) {
                assertThatThrownBy(() -> process.append(event("a", 0))).isInstanceOf(LedgerUnavailable.class);
            }
        }
        assertThat(server.events().all()).isEmpty();
    }

    /** Loses the connection of whoever appends while he asks where the events end, which he does under the lock. */
    private record LosingTheLock(Upstream upstream, Runnable losing) implements Upstream {
        @Override
        public long last() {
            if (Thread.currentThread().getName().equals("ledger-append")) {
                losing.run();
            }
            return upstream.last();
        }

        @Override
        public List<UpstreamEvent> between(long first, long last) {
            return upstream.between(first, last);
        }

        @Override
        public void append(List<UpstreamEvent> events) {
            upstream.append(events);
        }
    }

    @Test
    @DisplayName("別の台帳の出来事がある場所は追わず、そこへ書かない")
    void stopsAtTheEventsOfAnotherLedger() {
        ledger.append(event("a", 0));

        try (var other = TestPostgres.ledgerDatabase();
                var astray = PatientConnection.open(server, "another.example/consents");
                var process = TestLedger.following(other, astray)) {
            assertThatThrownBy(() -> process.append(event("b", 0)))
                    .isInstanceOf(WritesSuspended.class)
                    .hasMessageContaining("belongs to the ledger " + ORIGIN);
            assertThat(process.reader.size()).isZero();
        }
        assertThat(server.events().all()).hasSize(1);
    }

    @Test
    @DisplayName("PostgreSQL だけが切れても、置かれた事実は確かで、後から追われる")
    void followsWhatTheDatabaseDidNotTake() throws Exception {
        server.events().afterNext(this::breakConnections);

        var appended = ledger.append(event("a", 0));

        await(() -> ledger.reader.size() == 1);
        var id = appended.eventIds().getFirst();
        assertThat(ledger.reader.event(0).orElseThrow().eventId()).isEqualTo(id);
        if (appended.isPlaced()) {
            assertThat(appended.position(id)).isZero();
        }
        await(() -> appends("b"));
        assertThat(ledger.reader.size()).isEqualTo(2);
        isSound();
    }

    @Test
    @DisplayName("PostgreSQL が戻らなければ、場所を言わずに答える")
    void answersWithoutAPlaceWhereTheDatabaseStaysAway() throws Exception {
        server.events().afterNext(() -> {
            allowConnections(false);
            breakConnections();
        });

        var appended = ledger.append(event("a", 0));

        assertThat(appended.isPlaced()).isFalse();
        assertThat(appended.receipt(appended.eventIds().getFirst())).isNull();
        allowConnections(true);
        await(() -> ledger.reader.size() == 1);
        assertThat(ledger.reader.event(0).orElseThrow().eventId())
                .isEqualTo(appended.eventIds().getFirst());
        isSound();
    }

    @Test
    @DisplayName("横から置かれた出来事も、Axon Server の順に葉になる")
    void keepsTheOrderOfTheServerWhereAnEventComesInBetween() throws Exception {
        ledger.append(event("late", 0));
        var late = server.events().all().getFirst();
        var between = late.toBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateSequenceNumber(1)
                .putMetaData(
                        "ledger.group",
                        MetaDataValue.newBuilder()
                                .setTextValue(UUID.randomUUID().toString())
                                .build())
                .build();
        server.events().beforeNext(_ -> server.events().append(List.of(between)));

        var appended = ledger.append(event("a", 0));

        assertThat(appended.position(appended.eventIds().getFirst())).isEqualTo(2);
        assertThat(ledger.reader.event(1).orElseThrow().eventId()).isEqualTo(between.getMessageIdentifier());
        isSound();
    }

    @Test
    @DisplayName("古い状態に戻された Axon Server には、警報を出して従わない")
    void stopsWhereAnOlderStateWasPutBack() throws Exception {
        ledger.append(event("a", 0), event("a", 1));

        server.events().putBackTo(1);

        await(() -> alarm().contains("an older state of them was put back"));
        assertThatThrownBy(() -> ledger.append(event("b", 0))).isInstanceOf(WritesSuspended.class);
        assertThat(ledger.reader.size()).isEqualTo(2);
    }

    @Test
    @DisplayName("古い状態から別の出来事が続いた Axon Server にも従わない")
    void stopsWhereAnotherStateWasPutBack() throws Exception {
        ledger.append(event("a", 0));
        ledger.append(event("b", 0));
        var other = server.events().all().getLast().toBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .build();

        server.events().putBackTo(1);
        server.events().append(List.of(other));

        assertThatThrownBy(() -> ledger.append(event("c", 0))).isInstanceOf(WritesSuspended.class);
        assertThat(alarm()).contains("another state of the events was put back");
    }

    @Test
    void stopsAtAnEventThatIsNotOurs() throws Exception {
        ledger.append(event("a", 0));
        var theirs = Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateIdentifier("theirs")
                .build();

        server.events().append(List.of(theirs));

        await(() -> alarm().contains("the event with token 1 was not stored by this product"));
    }

    private String alarm() {
        return Objects.requireNonNull(ledger.following).alarm().orElse("");
    }

    private void isSound() throws Exception {
        var key = new KeyDirectory(keys).verifierKey().orElseThrow();
        var report = new Fsck(database, List.of(key), null, Progress.none()).run();
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(server.events().all().size());
    }

    private void breakConnections() {
        breakConnections(database);
    }

    private static void breakConnections(HikariDataSource database) {
        admin("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(database) + "'");
    }

    private void allowConnections(boolean allowed) {
        admin("alter database " + name(database) + " with allow_connections " + allowed);
    }

    private static String name(HikariDataSource database) {
        var url = database.getJdbcUrl();
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }

    private static void admin(String sql) {
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
