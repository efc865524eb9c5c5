package org.consentledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.rows.AppendLock;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.ledger.tree.Edge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupAppenderTest {
    private HikariDataSource database;

    @BeforeEach
    void makeDatabase() {
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void letsTheMisfitsOfAGroupFailAlone() throws SQLException {
        try (var appender = new GroupAppender(database, new Unsigned(), new Head())) {
            appender.append(List.of(event("old", 0)), null);

            var answers = asOneGroup(List.of(
                    () -> appender.append(List.of(event("first group", 0)), null),
                    () -> appender.append(List.of(event("a", 0)), claim("1")),
                    () -> appender.append(List.of(event("a", 0)), null),
                    () -> appender.append(List.of(event("b", 0)), claim("1")),
                    () -> appender.append(List.of(event("old", 7)), null),
                    () -> appender.append(List.of(event("d", 0), event("d", 1)), claim("2")),
                    () -> appender.append(List.of(event("old", 1), event("e", 0)), null)));

            assertThat(refusals(answers))
                    .containsExactly(
                            AggregateStreamCreationException.class,
                            IdempotencyKeyTaken.class,
                            ConcurrencyException.class);
            assertThat(new EventRows(database).from(0, 500)).hasSize(7);
        }
    }

    @Test
    void findsTheOneThatTheDatabaseRefusesAndStoresTheOthers() throws SQLException {
        var duplicate = UUID.randomUUID();
        try (var appender = new GroupAppender(database, new Unsigned(), new Head())) {
            appender.append(List.of(event("old", 0, duplicate)), null);

            var answers = asOneGroup(List.of(
                    () -> appender.append(List.of(event("first group", 0)), null),
                    () -> appender.append(List.of(event("a", 0)), null),
                    () -> appender.append(List.of(event("zero \0 byte", 0)), null),
                    () -> appender.append(List.of(event("b", 0, duplicate)), null),
                    () -> appender.append(List.of(event("c", 0)), null)));

            assertThat(refusals(answers)).containsExactly(EventRefused.class, EventRefused.class);
            assertThat(new EventRows(database).from(0, 500)).hasSize(4);
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhereTheConnectionIsLostAtTheCommit() {
        var lose = new AtomicBoolean();
        try (var appender = new GroupAppender(losingCommits(lose, true), new Unsigned(), new Head())) {
            appender.append(List.of(event("a", 0)), null);
            lose.set(true);

            assertThatThrownBy(() -> appender.append(List.of(event("b", 0)), null))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(appender.append(List.of(event("c", 0)), null).firstPosition())
                    .isEqualTo(2);
            assertThat(new EventRows(database).lastSeq("b")).contains(0L);
        }
    }

    @Test
    void goesOnWhereTheLostCommitDidNotHappen() {
        var lose = new AtomicBoolean();
        try (var appender = new GroupAppender(losingCommits(lose, false), new Unsigned(), new Head())) {
            appender.append(List.of(event("a", 0)), null);
            lose.set(true);

            assertThatThrownBy(() -> appender.append(List.of(event("b", 0)), null))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(appender.append(List.of(event("b", 0)), null).firstPosition())
                    .isEqualTo(1);
        }
    }

    @Test
    void goesOnWhereAnotherProcessStandsStillInTheMiddleOfItsAppend() throws SQLException {
        try (var appender = new GroupAppender(database, new Unsigned(), new Head());
                var other = database.getConnection()) {
            var unit = new UnitToAppend(List.of(event("a", 0)), null, List.of(), List.of());
            assertThat(new GroupTransaction(other, List.of(unit)).insert(Edge.EMPTY))
                    .isPresent();

            assertThat(appender.append(List.of(event("b", 0)), null).firstPosition())
                    .isZero();
            assertThatThrownBy(other::commit).isInstanceOf(SQLException.class);
            assertThat(new EventRows(database).lastSeq("a")).isEmpty();
        }
    }

    @Test
    void takesNothingInOnceItIsClosed() {
        var appender = new GroupAppender(database, new Unsigned(), new Head());
        appender.close();

        assertThatThrownBy(() -> appender.append(List.of(event("a", 0)), null)).isInstanceOf(LedgerUnavailable.class);
    }

    /** Holds the ledger's lock until all wait; the first one may be a group of its own. */
    private List<CompletableFuture<Appending>> asOneGroup(List<Supplier<Appending>> appends) throws SQLException {
        var answers = new ArrayList<CompletableFuture<Appending>>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(AppendLock.EXCLUSIVE);
            for (var append : appends) {
                var thread = new AtomicReference<Thread>();
                answers.add(CompletableFuture.supplyAsync(append, command -> {
                    thread.set(Thread.ofPlatform().start(command));
                }));
                awaitWaiting(Objects.requireNonNull(thread.get()));
            }
            connection.rollback();
        }
        return answers;
    }

    /** Until the thread waits for its answer, so that the next one comes behind it. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static List<Class<?>> refusals(List<CompletableFuture<Appending>> answers) {
        var refusals = new ArrayList<Class<?>>();
        for (var answer : answers) {
            try {
                answer.join();
            } catch (CompletionException e) {
                refusals.add(Objects.requireNonNull(e.getCause()).getClass());
            }
        }
        return refusals;
    }

    private static IdempotencyClaim claim(String key) {
        return new IdempotencyClaim("customer", key, new byte[] {1}, 1);
    }

    private static EventToAppend event(String aggregateId, long seq) {
        return event(aggregateId, seq, UUID.randomUUID());
    }

    private static EventToAppend event(String aggregateId, long seq, UUID eventId) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new EventToAppend(eventId, "Test", aggregateId, seq, "test.Event", "1", json, json, new Salt(1, 2));
    }

    /** A database whose connection breaks once while it commits. */
    private DataSource losingCommits(AtomicBoolean lose, boolean afterwards) {
        return proxy(DataSource.class, (method, arguments) -> {
            var connection = (Connection) method.invoke(database, arguments);
            return proxy(Connection.class, (call, values) -> {
                if (!call.getName().equals("commit") || !lose.getAndSet(false)) {
                    return call.invoke(connection, values);
                }
                if (afterwards) {
                    connection.commit();
                }
                throw new SQLException("connection lost", "08006");
            });
        });
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object invoke(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return call.invoke(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }
}
