package org.consentledger.ledger.store;

import static org.consentledger.ledger.testing.TestLedger.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.append.EventRefused;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;

/**
 * A process of its own that appends to a ledger, with a clock that goes wrong, and writes down what was acknowledged.
 *
 * <p>Arguments: JDBC URL, name, seconds that its clock is ahead, writers, commands of each, file to write to; a line
 * there is a position and the id of the event there.
 */
final class AppendingProcess {
    private static final int ONE_IN = 20;

    private final TestLedger ledger;
    private final String name;
    private final int commands;

    private AppendingProcess(TestLedger ledger, String name, int commands) {
        this.ledger = ledger;
        this.name = name;
        this.commands = commands;
    }

    static Process start(String jdbcUrl, String name, Duration ahead, int writers, int commands, Path acknowledged)
            throws IOException {
        var log =
                acknowledged.resolveSibling(acknowledged.getFileName() + ".log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        jdbcUrl,
                        name,
                        Long.toString(ahead.toSeconds()),
                        Integer.toString(writers),
                        Integer.toString(commands),
                        acknowledged.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    public static void main(String... arguments) throws IOException {
        GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[2])));
        int writers = Integer.parseInt(arguments[3]);
        try (var database = TestPostgres.pool(arguments[0]);
                var ledger = new TestLedger(database)) {
            var process = new AppendingProcess(ledger, arguments[1], Integer.parseInt(arguments[4]));
            var acknowledged = IntStream.range(0, writers)
                    .mapToObj(writer ->
                            CompletableFuture.supplyAsync(() -> process.write(writer), Thread::startVirtualThread))
                    .toList()
                    .stream()
                    .flatMap(writer -> writer.join().stream())
                    .toList();
            Files.write(Path.of(arguments[5]), acknowledged);
        }
    }

    private List<String> write(int writer) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(writer);
        var aggregateId = name + "-" + writer;
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < commands; i++) {
            if (random.nextInt(ONE_IN) == 0) {
                rollBack(aggregateId, 2L * i, random);
            }
            var appended = ledger.append(event(aggregateId, 2L * i), event(aggregateId, 2L * i + 1));
            appended.eventIds()
                    .forEach(id -> acknowledged.add(String.format(Locale.ROOT, "%d %s", appended.position(id), id)));
        }
        return acknowledged;
    }

    /** A unit of work that the ledger does not take, or one that the database rolls back with all its group. */
    private void rollBack(String aggregateId, long seq, RandomGenerator random) {
        try {
            if (random.nextBoolean()) {
                ledger.append(event(aggregateId, seq), event(aggregateId, seq + 7_000));
            } else {
                ledger.append(event(aggregateId, seq), event("zero \0 byte", 0));
            }
            throw new AssertionError("appended what cannot be");
        } catch (ConcurrencyException | EventRefused _) {
            // as it must be
        }
    }
}
