package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LedgerEventStreamTest {
    private static final int WRITERS = 8;
    private static final int COMMANDS = 60;

    private HikariDataSource database;
    private TestLedger ledger;
    private TestLedger otherProcess;

    @BeforeEach
    void openLedger() {
        database = TestPostgres.ledgerDatabase();
        ledger = new TestLedger(database);
        otherProcess = new TestLedger(database);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
        otherProcess.close();
        database.close();
    }

    @Test
    void readsOnAfterTheToken() throws InterruptedException {
        ledger.append(event("a", 0), event("a", 1), event("a", 2));

        try (var stream = ledger.store.openStream(new GlobalSequenceTrackingToken(0))) {
            assertThat(position(stream.nextAvailable())).isEqualTo(1);
            assertThat(position(stream.peek().orElseThrow())).isEqualTo(2);
            assertThat(position(stream.nextAvailable())).isEqualTo(2);
            assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void findsWhatAnotherStreamHasJustRead() throws InterruptedException {
        ledger.append(event("a", 0), event("a", 1), event("a", 2));
        try (var first = ledger.store.openStream(null);
                var second = ledger.store.openStream(new GlobalSequenceTrackingToken(0))) {
            first.nextAvailable();
            var read = List.of(first.nextAvailable(), first.nextAvailable());
            ledger.append(event("a", 3));

            assertThat(second.nextAvailable()).isSameAs(read.getFirst());
            assertThat(second.nextAvailable()).isSameAs(read.getLast());
            assertThat(position(second.nextAvailable())).isEqualTo(3);
            assertThat(position(first.nextAvailable())).isEqualTo(3);
        }
    }

    @Test
    void callsTheWaitingReaderWhenThisProcessAppends() throws InterruptedException {
        var called = new CountDownLatch(1);
        try (var stream = ledger.store.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();

            ledger.append(event("a", 0));

            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void hearsOfWhatAnotherProcessAppends() throws InterruptedException {
        try (var stream = ledger.store.openStream(null)) {
            otherProcess.append(event("a", 0));

            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void showsEveryEventOnceAndInOrderWhileTwoProcessesAppendAndSomeRollBack() throws InterruptedException {
        long expected = COMMANDS * 2L * WRITERS;
        var read = CompletableFuture.supplyAsync(() -> readPositions(expected));

        var acknowledged = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.supplyAsync(
                        () -> write(writer % 2 == 0 ? ledger : otherProcess, "aggregate-" + writer),
                        command -> Thread.ofVirtual().start(command)))
                .toList()
                .stream()
                .flatMap(writer -> writer.join().stream())
                .sorted()
                .toList();

        assertThat(acknowledged).isEqualTo(LongStream.range(0, expected).boxed().toList());
        assertThat(read.join()).isEqualTo(acknowledged);
    }

    private static List<Long> write(TestLedger process, String aggregateId) {
        var positions = new ArrayList<Long>();
        for (int i = 0; i < COMMANDS; i++) {
            if (ThreadLocalRandom.current().nextInt(20) == 0) {
                failOnce(process, aggregateId, i);
            }
            var appended = process.append(event(aggregateId, 2L * i), event(aggregateId, 2L * i + 1));
            appended.eventIds().forEach(id -> positions.add(appended.position(id)));
        }
        return positions;
    }

    /** A unit of work that is too late with its second event. */
    private static void failOnce(TestLedger process, String aggregateId, int i) {
        try {
            process.append(event(aggregateId, 2L * i), event(aggregateId, 7_000));
            throw new AssertionError("appended with a gap");
        } catch (ConcurrencyException _) {
            // as it must be
        }
    }

    private List<Long> readPositions(long count) {
        var positions = new ArrayList<Long>();
        try (var stream = ledger.store.openStream(null)) {
            while (positions.size() < count) {
                positions.add(position(stream.nextAvailable()));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return positions;
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
