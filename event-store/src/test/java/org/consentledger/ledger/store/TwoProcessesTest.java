package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes append to one ledger, one with its clock behind, and some units of work roll back. */
class TwoProcessesTest {
    private static final Duration BEHIND = Duration.ofSeconds(-61);
    private static final int EVENTS_OF_A_COMMAND = 2;

    @TempDir
    private Path directory;

    private HikariDataSource database;
    private TestLedger reader;

    @BeforeEach
    void openLedger() {
        database = TestPostgres.ledgerDatabase();
        reader = new TestLedger(database);
    }

    @AfterEach
    void closeLedger() {
        reader.close();
        database.close();
    }

    @Test
    @Timeout(120)
    void showAReaderEveryEventOnceAndInOrder() throws Exception {
        run(4, 25);
    }

    @Test
    @Tag("campaign")
    @Timeout(600)
    void showAReaderEveryOfManyEventsOnceAndInOrder() throws Exception {
        run(16, 600);
    }

    private void run(int writers, int commands) throws Exception {
        int expected = 2 * writers * commands * EVENTS_OF_A_COMMAND;
        var read = CompletableFuture.supplyAsync(() -> read(expected));

        var processes =
                List.of(start("right", Duration.ZERO, writers, commands), start("late", BEHIND, writers, commands));
        for (var process : processes) {
            assertThat(process.waitFor(9, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(log()).isZero();
        }

        var acknowledged = Stream.concat(
                        Files.readAllLines(directory.resolve("right")).stream(),
                        Files.readAllLines(directory.resolve("late")).stream())
                .toList();
        var seen = read.get(1, TimeUnit.MINUTES);
        assertThat(seen.stream().map(Seen::position))
                .containsExactlyElementsOf(LongStream.range(0, expected).boxed().toList());
        assertThat(seen.stream().map(Seen::recordedAt)).isSorted();
        assertThat(seen.stream().map(one -> String.format(Locale.ROOT, "%d %s", one.position(), one.eventId())))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(reader.reader.size()).isEqualTo(expected);
    }

    private record Seen(long position, String eventId, Instant recordedAt) {
        static Seen of(TrackedEventMessage<?> message) {
            return new Seen(
                    message.trackingToken().position().orElseThrow(), message.getIdentifier(), message.getTimestamp());
        }
    }

    private List<Seen> read(int count) {
        var seen = new ArrayList<Seen>(count);
        try (var stream = reader.store.openStream(null)) {
            while (seen.size() < count) {
                seen.add(Seen.of(stream.nextAvailable()));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return seen;
    }

    private Process start(String name, Duration ahead, int writers, int commands) throws IOException {
        return AppendingProcess.start(database.getJdbcUrl(), name, ahead, writers, commands, directory.resolve(name));
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("right.log")) + Files.readString(directory.resolve("late.log"));
    }
}
