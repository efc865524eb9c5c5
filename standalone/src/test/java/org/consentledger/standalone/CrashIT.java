package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the built product and its PostgreSQL under load, and holds it to everything it ever said. */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    /** In the first it is the process that is killed. */
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);

    private static final int FEWEST_BEFORE_A_CRASH = 40;
    private static final int MOST_BEFORE_A_CRASH = 250;
    private static final int MANY = 8;

    private final List<StartedProduct> started = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();

    /** Seeded, so that a campaign that failed is repeated with the same kills, as far as threads allow. */
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_200_221);

    @TempDir
    private Path temporary;

    private StartedProduct product;
    private LedgerClient client;

    /** What is killed without warning. */
    private enum Victim {
        PROCESS,
        /** The product starts it again, and goes on. */
        DATABASE,
        /** One connection's process: PostgreSQL then restarts by itself, below a product that goes on. */
        CONNECTION
    }

    @BeforeEach
    void startAndPublish() throws Exception {
        temporary = temporary.toRealPath();
        start();
        client.publishTerms();
    }

    @AfterEach
    void leaveNoProcess() {
        client.close();
        started.forEach(StartedProduct::end);
    }

    @Test
    @Timeout(2400)
    void losesNothingAcknowledgedHoweverOftenItOrItsDatabaseIsKilled() throws Exception {
        var victims = Victim.values();
        for (int i = 0; i < ROUNDS; i++) {
            round("round" + i, victims[i % victims.length]);
        }

        // Everything ever said, once more, against the log at the end.
        var auditor = LogAuditor.read(client);
        acknowledged.forEach(auditor::check);
        checkpoints.forEach(auditor::checkNote);
        LOG.info(
                "{} kills, {} acceptances, {} checkpoints of {} sizes held; the log has {} leaves",
                ROUNDS,
                acknowledged.size(),
                checkpoints.size(),
                auditor.sizes().size(),
                auditor.size());
    }

    private void round(String name, Victim victim) throws Exception {
        var load = AcceptanceLoad.start(client, name);
        load.awaitAcknowledged(random.nextInt(FEWEST_BEFORE_A_CRASH, MOST_BEFORE_A_CRASH));
        switch (victim) {
            case PROCESS -> {
                product.signal("KILL");
                product.exitStatus();
                load.end();
                restart();
            }
            case DATABASE, CONNECTION -> {
                kill(victim);
                load.awaitMore(FEWEST_BEFORE_A_CRASH);
                load.end();
            }
        }
        checkpoints.addAll(load.checkpoints());
        hold(load);
        LOG.info(
                "{}, {} killed: {} acknowledged, {} unanswered; {} acceptances so far",
                name,
                victim,
                load.acknowledged().size(),
                load.unanswered().size(),
                acknowledged.size());
    }

    private void kill(Victim victim) throws Exception {
        if (victim == Victim.DATABASE) {
            product.signalDatabase("KILL");
        } else {
            product.killConnection();
        }
    }

    private void hold(AcceptanceLoad load) throws Exception {
        product.awaitReadiness(200);
        assertThat(load.acknowledged()).isNotEmpty();
        var all = new ArrayList<>(all(load.acknowledged(), this::askedAgainAnswersTheSame));
        all.addAll(all(load.unanswered(), this::repeatedIsRecordedOnce));
        acknowledged.addAll(all);

        var auditor = LogAuditor.read(client);
        all.forEach(auditor::check);
        load.acknowledged().forEach(auditor::check);
        load.checkpoints().forEach(auditor::checkNote);

        long requests = acknowledged.size();
        assertThat(product.ask("SELECT count(*) FROM ledger.event WHERE payload_type = 'agreement.EditionAccepted'"))
                .isEqualTo(requests);
        assertThat(product.ask("SELECT count(*) FROM ledger.idempotency")).isEqualTo(requests);
        assertThat(product.ask("SELECT max(position) + 1 - count(*) FROM ledger.event"))
                .as("positions left out")
                .isZero();
        assertThat(product.ask("SELECT count(*) FROM ledger.event FULL JOIN ledger.leaf USING (position, event_id)"
                        + " WHERE payload IS NULL OR hash IS NULL"))
                .as("events without leaf and leaves without event")
                .isZero();
        assertThat(product.ask("SELECT size FROM ledger.tree")).isEqualTo(auditor.size());

        all(all, this::projectionKnows);
    }

    private Acknowledged askedAgainAnswersTheSame(Acknowledged before) throws IOException {
        var reply = client.accept(before.customer(), before.key());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.replayed()).isTrue();
        var again = Acknowledged.of(before.customer(), before.key(), reply);
        assertThat(again.sameFactAs(before)).as("%s %s", before, again).isTrue();
        assertThat(again.receipt()).isNotNull();
        return again;
    }

    private Acknowledged repeatedIsRecordedOnce(AcceptanceLoad.Unanswered request) throws IOException {
        var first = client.accept(request.customer(), request.key());
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        return askedAgainAnswersTheSame(Acknowledged.of(request.customer(), request.key(), first));
    }

    /** Once the projection has reached the event, nobody having told it to, the customer's answer rests on it. */
    private Acknowledged projectionKnows(Acknowledged fact) {
        var reply = client.standingOnceIncluded(fact.customer(), fact.position());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var standing = reply.json();
        assertThat(standing.at("/binding/mode").asString()).isEqualTo("ACCEPTED");
        assertThat(standing.at("/edition/number").asInt()).isEqualTo(1);
        assertThat(standing.required("ledgerSize").asLong()).isGreaterThan(fact.position());
        return fact;
    }

    private static <T, R> List<R> all(List<T> items, Question<T, R> question) throws Exception {
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var answers = new ArrayList<R>();
            var tasks = items.stream()
                    .<Callable<R>>map(item -> () -> question.ask(item))
                    .toList();
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @FunctionalInterface
    private interface Question<T, R> {
        R ask(T item) throws Exception;
    }

    private void restart() throws Exception {
        client.close();
        start();
    }

    private void start() throws Exception {
        product = StartedProduct.start(temporary, "data", 0);
        started.add(product);
        client = new LedgerClient(product.url());
    }
}
