package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two command sides and two query sides as processes of their own, on one PostgreSQL and one directory of keys, and a gateway
 * that makes one origin of them.
 */
class SidesIT {
    private static final Logger LOG = LoggerFactory.getLogger(SidesIT.class);
    private static final String OWNER = "ledger_owner";
    private static final int CLIENTS_OF_A_SIDE = 3;
    private static final int SOME = 40;
    private static final int MANY = 8;
    private static final int MANY_READS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LETTING_IN = Duration.ofSeconds(1);

    private final List<StartedSide> started = new ArrayList<>();
    private final List<AcceptanceLoad> loads = new ArrayList<>();

    @TempDir
    private Path temporary;

    private EmbeddedPostgres postgres;
    private StartedSide.Place place;
    private @Nullable OneOrigin running;

    @BeforeEach
    void startDatabase() throws Exception {
        temporary = temporary.toRealPath();
        postgres = database(0);
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login createrole");
            statement.execute("create database ledger owner " + OWNER);
        }
        place = new StartedSide.Place(temporary, postgres.getJdbcUrl(OWNER, "ledger"), OWNER);
    }

    @AfterEach
    void leaveNoProcess() throws Exception {
        if (running != null) {
            running.end();
        }
        started.forEach(StartedSide::end);
        postgres.close();
    }

    @Test
    @Timeout(1500)
    void loseNothingAcknowledgedAndAnswerNothingWrong() throws Exception {
        // 1. All four start at once, on an empty database and without keys.
        var first = add(place.command("command-1"));
        var second = add(place.command("command-2"));
        var asked = add(place.query("query-1"));
        var alsoAsked = add(place.query("query-2"));
        started.forEach(side -> side.awaitReadiness(200));
        first.client().publishTerms();

        // 2. All four are one origin, which keeps the contract, with the console beside them.
        var origin = OneOrigin.of(temporary, List.of(first, second), List.of(asked, alsoAsked));
        running = origin;
        origin.awaitReadiness(200);
        assertThat(origin.ledToLogin())
                .satisfiesExactly(
                        ours -> assertThat(ours).isEqualTo(origin.url().resolve("/console/login/console")),
                        issuers -> assertThat(issuers)
                                .asString()
                                .startsWith("http://127.0.0.1:8083/realms/consent-ledger/")
                                .contains("redirect_uri=" + origin.url() + "console/logged-in/console"));
        LOG.info("{} tests of the contract through the gateway", ContractSuite.run(origin.url()));
        long elsewhere = acceptances();

        // 3. Under load one of each is killed, and one of each added. No read fails for it that any projection can
        // answer.
        var facts = new FollowedFacts(asked.client(), alsoAsked.client(), origin.client());
        var atFirst = load(first.client(), "first", facts);
        var atSecond = load(second.client(), "second", facts);
        var atOrigin = load(origin.client(), "origin", facts);
        atFirst.awaitAcknowledged(SOME);
        atSecond.awaitAcknowledged(SOME);
        atOrigin.awaitAcknowledged(SOME);
        var reads = new SteadyReads(origin.client(), included(atOrigin, alsoAsked));
        reads.awaitMore(SOME);
        first.kill();
        asked.kill();
        reads.awaitMore(MANY_READS);
        assertThat(reads.end()).isEmpty();
        atOrigin.awaitAcknowledged(SOME);
        var third = add(place.command("command-3"));
        var added = add(place.query("query-3"));
        added.awaitReadiness(200);
        facts.replace(asked.client(), added.client());
        third.awaitReadiness(200);
        var atThird = load(third.client(), "third", facts);
        atThird.awaitAcknowledged(SOME);
        atSecond.awaitAcknowledged(SOME);

        // 4. One is stopped in order: whatever it took in it answers.
        third.stop();
        atThird.end();
        assertThat(third.log()).doesNotContain(" ERROR ");

        // 5. PostgreSQL goes and comes back, and for a while lets nobody in. Nobody touches the sides.
        stopAndStartDatabase(second, alsoAsked, origin);
        origin.awaitReadiness(200);
        atSecond.awaitAcknowledged(SOME);
        atOrigin.awaitAcknowledged(SOME);
        loads.forEach(AcceptanceLoad::end);
        List.of(second, alsoAsked, added).forEach(side -> {
            side.awaitReadiness(200);
            await().atMost(PATIENCE).until(() -> side.client().figures().contains("\nledger_database_up 1.0\n"));
        });

        // 6. Everything ever said, once more.
        var all = askAgain(second.client(), elsewhere);
        var last = all.stream()
                .max(Comparator.comparingLong(Acknowledged::position))
                .orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> alsoAsked
                                .client()
                                .standing(last.customer(), last.position())
                                .status()
                        == 200);
        each(all, facts::ask);
        each(all, facts::ask);
        assertThat(facts.wrong()).isEmpty();
        assertThat(facts.answered()).isEqualTo(all.size());
        var auditor = LogAuditor.read(added.client());
        loads.forEach(load -> load.acknowledged().forEach(auditor::check));
        all.forEach(auditor::check);
        verb("fsck");
        verb("replay", "--all");
        LOG.info(
                "{} acceptances by {} loads, {} answers were late, none wrong", all.size(), loads.size(), facts.late());
    }

    private void stopAndStartDatabase(StartedSide command, StartedSide query, OneOrigin origin) throws Exception {
        int port = postgres.getPort();
        postgres.close();
        refusesForLater(command, query);
        refusesForLater(origin.client(), origin.client());
        origin.awaitReadiness(503);
        refusesForLater(origin.client(), origin.client());
        postgres = database(port);
        administer("alter role " + OWNER + " connection limit 0");
        awaitNobodyConnected();
        refusesForLater(command, query);
        administer("alter role " + OWNER + " connection limit -1");
    }

    private static void refusesForLater(StartedSide command, StartedSide query) throws IOException {
        refusesForLater(command.client(), query.client());
        assertThat(command.client().figures()).contains("\nledger_database_up 0.0\n", "\nledger_size_leaves NaN\n");
        assertThat(query.client().figures())
                .contains("\nledger_database_up 0.0\n", "\nprojection_position{projection=\"standing\"} NaN\n");
        command.awaitReadiness(503);
        query.awaitReadiness(503);
    }

    private static void refusesForLater(LedgerClient commands, LedgerClient questions) throws IOException {
        var write = commands.accept("nobody", "refused");
        assertThat(write.isForLater()).as(write.text()).isTrue();
        assertThat(write.json().required("code").asString()).isEqualTo("UNAVAILABLE");
        var read = questions.standing("nobody", 0);
        assertThat(read.isForLater()).as(read.text()).isTrue();
        assertThat(read.json().required("code").asString()).isEqualTo("UNAVAILABLE");
    }

    /** All that was acknowledged is there, and what nobody knows of is recorded once. */
    private List<Acknowledged> askAgain(LedgerClient command, long elsewhere) throws Exception {
        var all = new ConcurrentLinkedQueue<Acknowledged>();
        for (var load : loads) {
            each(load.acknowledged(), fact -> {
                var again = command.accept(fact.customer(), fact.key());
                assertThat(again.status()).as(again.text()).isEqualTo(201);
                assertThat(again.replayed()).isTrue();
                assertThat(Acknowledged.of(fact.customer(), fact.key(), again).sameFactAs(fact))
                        .isTrue();
                all.add(fact);
            });
            each(load.unanswered(), request -> {
                var repeated = command.accept(request.customer(), request.key());
                assertThat(repeated.status()).as(repeated.text()).isEqualTo(201);
                all.add(Acknowledged.of(request.customer(), request.key(), repeated));
            });
        }
        assertThat(acceptances() - elsewhere).isEqualTo(all.size());
        return List.copyOf(all);
    }

    private static <T> void each(List<T> items, Question<T> question) throws Exception {
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var tasks = items.stream()
                    .map(item -> threads.submit(() -> {
                        question.ask(item);
                        return item;
                    }))
                    .toList();
            for (var task : tasks) {
                task.get();
            }
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        void ask(T item) throws Exception;
    }

    private void verb(String... verb) throws Exception {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of("--jdbc-url", place.jdbcUrl(), "--user", OWNER));
        var outcome = Verb.run(temporary, arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.output()).isZero();
        LOG.info("{}: {}", verb[0], outcome.output());
    }

    /** One of them that projections have included. */
    private static Acknowledged included(AcceptanceLoad load, StartedSide query) {
        var fact = load.acknowledged().getFirst();
        await().atMost(PATIENCE)
                .until(() -> query.client()
                                .standing(fact.customer(), fact.position())
                                .status()
                        == 200);
        return fact;
    }

    private AcceptanceLoad load(LedgerClient client, String name, FollowedFacts facts) {
        var load = AcceptanceLoad.start(client, name, CLIENTS_OF_A_SIDE, facts::ask);
        loads.add(load);
        return load;
    }

    private StartedSide add(StartedSide side) {
        started.add(side);
        return side;
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(temporary.resolve("pgdata"))
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    private void administer(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends who is connected, and who was being let in while the limit came. */
    private void awaitNobodyConnected() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            await().atMost(PATIENCE).during(LETTING_IN).until(() -> {
                try (var ended = statement.executeQuery("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where usename = '" + OWNER + "'")) {
                    return !ended.next();
                }
            });
        }
    }

    private long acceptances() throws SQLException {
        try (var connection = postgres.getDatabase("postgres", "ledger").getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from ledger.event where payload_type = 'agreement.EditionAccepted'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
