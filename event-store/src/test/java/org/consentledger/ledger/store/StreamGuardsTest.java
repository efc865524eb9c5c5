package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What readers do where the database says less than was heard of, or nothing. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamGuardsTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final Executor READERS = reader -> Thread.ofVirtual().start(reader);

    private final Head head = new Head();
    private HikariDataSource database = new HikariDataSource();

    @BeforeEach
    void openDatabase() {
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private RecentEvents recent(DataSource dataSource) {
        return new RecentEvents(
                new EventRows(dataSource), head, new EventSerializer(EventMapper.create()), NoOpEventUpcaster.INSTANCE);
    }

    private void append() {
        try (var ledger = new TestLedger(database)) {
            ledger.append(event("a", 0), event("a", 1));
        }
    }

    @Test
    @DisplayName("台帳が、聞いていたより短くなって戻れば、読む者は、問い続けずに待つ")
    void waitsWhereTheDatabaseHoldsLessThanWasHeardOf() throws Exception {
        var asked = new AtomicInteger();
        var counted = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
        head.reached(2);
        try (var stream = new LedgerEventStream(recent(counted), head, 0)) {
            long began = System.nanoTime();
            var available = CompletableFuture.supplyAsync(() -> isAvailable(stream), READERS);

            assertThat(available.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
            assertThat(asked).hasValue(1);

            append();
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean isAvailable(LedgerEventStream stream) {
        try {
            return stream.hasNextAvailable(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("一人がデータベースの返事を待っていても、ほかの者は自分で読む")
    void readsByItselfWhereAnotherHangs() throws Exception {
        append();
        head.reached(2);
        var hangs = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var first = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (hangs.getCount() > 0) {
                    hangs.countDown();
                    awaitAnswer(answered);
                }
                return super.getConnection();
            }
        };
        var recent = recent(first);
        try {
            var hanging = CompletableFuture.supplyAsync(() -> recent.from(0).next(), READERS);
            hangs.await();

            var other = CompletableFuture.supplyAsync(
                    () -> {
                        recent.forget();
                        return recent.from(0).next();
                    },
                    READERS);
            assertThat(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(hanging).isNotDone();

            answered.countDown();
            assertThat(hanging.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
        } finally {
            answered.countDown();
        }
    }

    private static void awaitAnswer(CountDownLatch answered) {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
