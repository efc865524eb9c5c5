package org.consentledger.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.consentledger.ledger.reading.KnownAtRefused.Reason;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerTimeTest {
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
    void countsWhatWasRecordedUntilThen() {
        var first = ledger.append(event("a", 0), event("a", 1)).recordedAt();
        var second = ledger.append(event("a", 2)).recordedAt();

        assertThat(ledger.time.at(first.minusNanos(1000)).ledgerSize()).isZero();
        assertThat(ledger.time.at(first)).isEqualTo(new KnownAt(first, 2));
        assertThat(ledger.time.at(second.minusNanos(1000)).ledgerSize()).isEqualTo(2);
        assertThat(ledger.time.at(second)).isEqualTo(new KnownAt(second, 3));
        assertThat(ledger.time.now().ledgerSize()).isEqualTo(3);
        assertThat(ledger.time.position(2)).isEqualTo(new KnownAt(first, 2));
        assertThat(ledger.time.position(0).ledgerSize()).isZero();
    }

    @Test
    void takesATimeAFewSecondsAheadForNowAndRefusesALaterOne() {
        ledger.append(event("a", 0));
        Instant now = ledger.time.now().time();

        assertThat(ledger.time.at(now.plusSeconds(4)).time()).isBefore(now.plusSeconds(4));
        assertThatThrownBy(() -> ledger.time.at(now.plus(Duration.ofMinutes(1))))
                .isInstanceOfSatisfying(
                        KnownAtRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FUTURE_TIME));
    }

    @Test
    void refusesAPositionBeyondTheLedger() {
        assertThatThrownBy(() -> ledger.time.position(1))
                .isInstanceOfSatisfying(
                        KnownAtRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.BEYOND_SIZE));
    }

    @Test
    @DisplayName("ある時点で何が知られていたかの答えは、後から変わらない")
    void neverChangesAnAnswerWhileTwoProcessesAppend() {
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 100; i++) {
                        (writer % 2 == 0 ? ledger : otherProcess).append(event("aggregate-" + writer, i));
                    }
                }))
                .toList();
        var answers = new ArrayList<KnownAt>();
        while (answers.size() < 30
                || !CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                        .isDone()) {
            var now = ledger.time.now();
            answers.add(now);
            answers.add(otherProcess.time.at(now.time().plusNanos(200_000)));
            answers.add(otherProcess.time.at(now.time().plusNanos(5_000_000)));
        }
        writers.forEach(CompletableFuture::join);

        for (var answer : answers) {
            assertThat(ledger.time.at(answer.time())).isEqualTo(answer);
        }
        assertThat(times()).isSorted();
    }

    private List<Instant> times() {
        return ledger.reader.from(0, 500).stream()
                .map(RecordedEvent::recordedAt)
                .toList();
    }
}
