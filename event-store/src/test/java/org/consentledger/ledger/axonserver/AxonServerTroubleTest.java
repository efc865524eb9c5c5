package org.consentledger.ledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.google.protobuf.ByteString;
import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.append.EventRefused;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.append.OutcomeUnknown;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.append.Upstream;
import org.consentledger.ledger.append.UpstreamEvent;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.rows.AppendLock;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.testing.AxonServerDouble;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told, and what goes on, where one of the stores fails in the middle or holds what cannot be taken. */
class AxonServerTroubleTest {
    private AxonServerDouble server;
    private AxonServerEvents connection;
    private HikariDataSource database;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        server = new AxonServerDouble();
        database = TestPostgres.ledgerDatabase();
        connection = PatientConnection.open(server, "ledger.example/consents");
        ledger = TestLedger.following(database, connection);
    }

    @AfterEach
    void close() {
        ledger.close();
        connection.close();
        database.close();
        server.close();
    }

    @Test
    @DisplayName("行がまだなければ、同じ組の二人目にも「知らない」と答える")
    void tellsNobodyOfRowsThatAreNotThere() throws Exception {
        var claim = new RequestClaim(CUSTOMER, "key", new byte[] {1});
        var goingAway = new GoingAway(connection);
        try (var other = TestPostgres.ledgerDatabase();
                var process = TestLedger.following(other, goingAway)) {
            FutureTask<Appended> one;
            FutureTask<Appended> two;
            try (var lock = lock(other)) {
                var first = waiting(() -> process.append(event("first", 0)));
                one = waiting(() -> process.appendFor(claim, acceptance(CUSTOMER, 0)));
                two = waiting(() -> process.appendFor(claim, acceptance(CUSTOMER, 0)));
                goingAway.after = 2;
                lock.commit();
                first.get();
            }

            assertThat(List.of(outcome(one), outcome(two)))
                    .hasAtLeastOneElementOfType(Appended.class)
                    .hasAtLeastOneElementOfType(OutcomeUnknown.class);

            goingAway.after = Integer.MAX_VALUE;
            await(() -> process.reader.size() == 3);
        }
    }

    /** Stores that many groups, and then tells nobody anything. */
    private static final class GoingAway implements Upstream {
        private final Upstream upstream;
        private final AtomicInteger stored = new AtomicInteger();
        private volatile int after = Integer.MAX_VALUE;

        GoingAway(Upstream upstream) {
            this.upstream = upstream;
        }

        private Upstream there() {
            if (stored.get() >= after) {
                throw new LedgerUnavailable("gone away");
            }
            return upstream;
        }

        @Override
        public long last() {
            return there().last();
        }

        @Override
        public List<UpstreamEvent> between(long first, long last) {
            return there().between(first, last);
        }

        @Override
        public void append(List<UpstreamEvent> events) {
            there().append(events);
            stored.incrementAndGet();
        }
    }

    @Test
    @DisplayName("Axon Server が決して受け取らないものは断られ、同じ組の他は残る")
    void refusesAloneWhatCanNeverBeStored() throws Exception {
        try (var appender =
                new GroupAppender(database, new Unsigned(), new Head(), Objects.requireNonNull(ledger.following))) {
            FutureTask<?> good;
            FutureTask<?> bad;
            try (var lock = lock(database)) {
                var first = waiting(() -> appender.append(List.of(raw("first", "{}")), null));
                good = waiting(() -> appender.append(List.of(raw("good", "{}")), null));
                bad = waiting(() -> appender.append(List.of(raw("bad", "{\"b\":\"\",\"a\":\"\"}")), null));
                lock.commit();
                first.get();
            }

            good.get();
            assertThat(outcome(bad)).isInstanceOf(EventRefused.class);
        }
        assertThat(server.events().all())
                .extracting(Event::getAggregateIdentifier)
                .containsExactly("first", "good");
    }

    @Test
    @DisplayName("Axon Server が答えない間は、台帳の錠を取らない")
    void doesNotTakeTheLockWhileTheServerDoesNotAnswer() throws Exception {
        server.cut();
        assertThatThrownBy(() -> ledger.append(event("a", 0))).isInstanceOf(LedgerUnavailable.class);

        try (var _ = lock(database)) {
            assertThatThrownBy(() -> ledger.append(event("a", 0)))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    @DisplayName("PostgreSQL が拒む出来事の前までは追い、そこで警報を出す")
    void followsUpToWhatTheDatabaseRefuses() {
        ledger.append(event("a", 0));
        var first = server.events().all().getFirst();
        var good = another(first, "b").build();
        var sameId = another(first, "c")
                .setMessageIdentifier(first.getMessageIdentifier())
                .build();

        server.events().append(List.of(good, sameId));

        await(() -> alarm().contains("what is stored from token 2 on is refused by this database"));
        assertThat(ledger.reader.size()).isEqualTo(2);
    }

    @Test
    void stopsAtACommitmentThatCannotBeRead() {
        ledger.append(acceptance(CUSTOMER, 0));
        var commitment = server.events().all().getFirst();
        var payload = commitment.getPayload().toBuilder().setData(ByteString.copyFromUtf8("no JSON"));

        server.events()
                .append(List.of(another(commitment, "d").setPayload(payload).build()));

        await(() -> alarm().contains("cannot be read"));
        assertThat(ledger.reader.size()).isEqualTo(2);
    }

    @Test
    @DisplayName("追われた消去は、待っている鍵も忘れる")
    void aFollowedErasureForgetsTheKeysOnTheirWay() {
        ledger.append(acceptance(CUSTOMER, 0));
        server.events().afterNext(server::cut);
        var erasure = event("customer:" + CUSTOMER, 0, new PersonalDataErased(CUSTOMER, "an erasure"));
        assertThatThrownBy(() -> ledger.append(erasure)).isInstanceOf(OutcomeUnknown.class);
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into ledger.pending_key (customer_id, version, epoch, wrapped, commitment)
                values (?, 2, 1, '', 'never used')""").param(CUSTOMER.value()).update();

        server.comeBack();
        await(() -> ledger.reader.size() == 3);

        assertThat(jdbc.sql("select count(*) from ledger.pending_key")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Of another aggregate, and another transaction. */
    private static Event.Builder another(Event event, String aggregate) {
        var id = UUID.randomUUID().toString();
        return event.toBuilder()
                .setMessageIdentifier(id)
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(0)
                .putMetaData(
                        "ledger.group",
                        event.getMetaDataOrThrow("ledger.group").toBuilder()
                                .setTextValue(id)
                                .build());
    }

    private static EventToAppend raw(String aggregate, String metaData) {
        return new EventToAppend(
                UUID.randomUUID(),
                "Test",
                aggregate,
                0,
                "test.Event",
                "1",
                "{}".getBytes(StandardCharsets.UTF_8),
                metaData.getBytes(StandardCharsets.UTF_8),
                Salt.random(new SecureRandom()));
    }

    /** Begun on a thread of its own, and waiting to be appended, together with whoever comes before the lock is let go. */
    private static <T> FutureTask<T> waiting(Callable<T> append) {
        var task = new FutureTask<>(append);
        var thread = Thread.ofPlatform().daemon().start(task);
        await(() -> Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList()
                .containsAll(List.of(CompletableFuture.class.getName(), GroupAppender.class.getName())));
        return task;
    }

    private static Object outcome(FutureTask<?> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /** The ledger's lock, until it commits. */
    private static Connection lock(HikariDataSource database) throws SQLException {
        var taken = database.getConnection();
        taken.setAutoCommit(false);
        try (var statement = taken.createStatement()) {
            statement.execute(AppendLock.EXCLUSIVE);
        }
        return taken;
    }

    private String alarm() {
        return Objects.requireNonNull(ledger.following).alarm().orElse("");
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
