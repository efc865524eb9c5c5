package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.consentledger.ledger.testing.AxonServerDouble;
import org.consentledger.standalone.LedgerClient.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with profile {@code axonserver}, by HTTP; Axon Server is what stands for it in tests. */
class AxonServerProductTest {
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private Path data;

    @Test
    @DisplayName("同意は Axon Server に置かれ、葉と領収書を得て、答えになる。止まれば断り、戻れば続け、古い状態には従わない")
    void recordsInAxonServerAndAnswersFromWhatWasFollowed() throws Exception {
        try (var server = new AxonServerDouble()) {
            try (var product = InProcessProduct.startInAxonServer(data, server.server());
                    var client = new LedgerClient(product.url())) {
                client.publishTerms();
                long position = accepts(client, server);
                erases(client);
                assertThat(product.verbOnDatabase(data.resolve("postgres-password"), "fsck"))
                        .isZero();
                assertThat(product.verbOnDatabase(data.resolve("postgres-password"), "replay", "--all"))
                        .isZero();
                goesOnAfterAnOutage(client, server);
                answersBeforePostgresqlHasFollowed(client, server, product);
                stopsWhereAnOlderStateIsPutBack(client, server, position);
            }
            assertThatThrownBy(() -> InProcessProduct.start(data).close()).isInstanceOf(StartRefused.class);
        }
    }

    private static long accepts(LedgerClient client, AxonServerDouble server) throws IOException {
        var accepted = client.accept("c-1", "key");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        var stored = server.events().all().getLast();
        long position = accepted.json().path("position").asLong();
        assertThat(position).isEqualTo(server.events().all().size() - 1L);
        assertThat(accepted.json().path("eventId").asString()).isEqualTo(stored.getMessageIdentifier());
        assertThat(accepted.json().path("receipt").asString()).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(stored.getAggregateIdentifier()).isEqualTo("agreement:crash:c-1");
        assertThat(stored.getPayload().getType()).isEqualTo("agreement.EditionAccepted");

        var again = client.accept("c-1", "key");
        assertThat(again.replayed()).isTrue();
        assertThat(again.json().path("eventId")).isEqualTo(accepted.json().path("eventId"));
        assertThat(mode(client.standingOnceIncluded("c-1", position))).isEqualTo("ACCEPTED");
        return position;
    }

    private static void erases(LedgerClient client) throws IOException {
        assertThat(client.accept("c-2", "key").status()).isEqualTo(201);
        client.erase("c-2");
        var refused = client.accept("c-2", "another");
        assertThat(refused.json().path("code").asString()).isEqualTo("CUSTOMER_ERASED");
    }

    private static void goesOnAfterAnOutage(LedgerClient client, AxonServerDouble server) throws IOException {
        server.cut();
        var refused = client.accept("c-3", "key");
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        await(() -> client.get(READINESS).status() == 503);
        assertThat(client.figures()).contains("\nledger_follower_stopped 0.0\n");
        assertThat(client.get("/api/v1/terms").status()).isEqualTo(200);

        server.comeBack();
        await(() -> client.accept("c-3", "key").status() == 201);
        await(() -> client.get(READINESS).status() == 200);
        assertThat(server.events().all())
                .filteredOn(event -> event.getAggregateIdentifier().equals("agreement:crash:c-3"))
                .hasSize(1);
    }

    private static void answersBeforePostgresqlHasFollowed(
            LedgerClient client, AxonServerDouble server, InProcessProduct product) throws IOException {
        server.events().afterNext(() -> product.letIn(false));

        var accepted = client.accept("c-5", "key");

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        assertThat(accepted.json().path("position").isNull()).isTrue();
        assertThat(accepted.json().path("recordedAt").isNull()).isTrue();
        assertThat(accepted.json().path("receipt").isNull()).isTrue();
        var position =
                accepted.response().headers().firstValue("Ledger-Position").orElseThrow();
        assertThat(position)
                .isEqualTo("event:" + accepted.json().path("eventId").asString());
        product.letIn(true);
        await(() -> mode(client.standing("c-5", position)).equals("ACCEPTED"));
        await(() -> client.get(READINESS).status() == 200);
    }

    private static void stopsWhereAnOlderStateIsPutBack(LedgerClient client, AxonServerDouble server, long position)
            throws IOException {
        server.events().putBackTo(server.events().all().size() - 1);

        await(() -> client.get(READINESS).status() == 503);
        assertThat(client.get(READINESS).text()).contains("an older state of them was put back");
        assertThat(client.figures()).contains("\nledger_follower_stopped 1.0\n");
        var refused = client.accept("c-4", "key");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asString()).isEqualTo("WRITES_SUSPENDED");
        assertThat(mode(client.standingOnceIncluded("c-1", position))).isEqualTo("ACCEPTED");
    }

    private static String mode(Reply standing) {
        return standing.json().at("/binding/mode").asString("");
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
    }
}
