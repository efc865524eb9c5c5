package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.standalone.LedgerClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator has to find out at night, and the product outlives: no room on the disk, and no connection to be had. */
class FullVolumeIT {
    private static final Logger LOG = LoggerFactory.getLogger(FullVolumeIT.class);
    private static final int MEBIBYTES = 300;
    private static final int CLIENTS = 3;
    private static final int SOME = 40;
    private static final int SEGMENTS_KEPT_READY = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> SOON_TOLD = Map.of("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "2000");

    private final List<Acknowledged> acknowledged = new ArrayList<>();

    @TempDir
    private Path temporary;

    private SmallVolume volume;
    private StartedProduct product;
    private LedgerClient client;

    @BeforeEach
    void startOnAVolumeOfItsOwn() throws Exception {
        temporary = temporary.toRealPath();
        volume = SmallVolume.mount(temporary, MEBIBYTES);
        product = StartedProduct.start(temporary, "data", 0, SOON_TOLD);
        client = new LedgerClient(product.url());
        client.publishTerms();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        if (volume != null) {
            client.close();
            product.end();
            volume.unmount();
        }
    }

    @Test
    @Timeout(600)
    void losesNothingWhereNothingCanBeWrittenOrNobodyGetsIn() throws Exception {
        // 1. The volume fills up under load: PostgreSQL runs, and takes nothing.
        var load = AcceptanceLoad.start(client, "filling", CLIENTS, _ -> {});
        load.awaitAcknowledged(SOME);
        volume.fill();
        await().atMost(PATIENCE).until(() -> !load.unanswered().isEmpty());
        load.end();
        refusedForLater(client.accept("nobody-who-asks-for-more-room-than-the-load", "full-of-what-was-recorded"));
        assertThat(product.readiness()).isEqualTo(503);

        // 2. Its WAL needs room as well: it ends, and cannot even recover.
        useUpWal();
        product.awaitOutput("PostgreSQL has ended, and is started again");
        refusedForLater(client.accept("nobody", "ended"));
        refusedForLater(client.standing("filling-0-0", 0));
        assertThat(product.readiness()).isEqualTo(503);

        // 3. There is room again, and nobody does anything else.
        volume.makeRoom();
        product.awaitOutput("runs again");
        product.awaitReadiness(200);
        hold(load);

        // 4. Somebody else has every connection that PostgreSQL takes.
        try (var _ = TakenConnections.of(product)) {
            refusedForLater(client.accept("nobody", "crowded"));
            refusedForLater(client.standing("filling-0-0", 0));
            assertThat(product.readiness()).isEqualTo(503);
        }
        product.awaitReadiness(200);

        // 5. More is recorded, all that was ever acknowledged is there, and nothing else.
        var after = AcceptanceLoad.start(client, "after", CLIENTS, _ -> {});
        after.awaitAcknowledged(SOME);
        after.end();
        hold(after);
        var auditor = LogAuditor.read(client);
        acknowledged.forEach(auditor::check);
        assertThat(product.ask("select count(*) from ledger.event where payload_type = 'agreement.EditionAccepted'"))
                .isEqualTo(acknowledged.size());
        var fsck = Verb.run(temporary, "fsck", "--data", "data");
        assertThat(fsck.status()).as(fsck.output()).isZero();
        LOG.info("{} acceptances held; {}", acknowledged.size(), fsck.output().strip());
    }

    /** Begins one file of WAL after the other, until none that was kept ready is left. */
    private void useUpWal() throws Exception {
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            for (int i = 0; i < SEGMENTS_KEPT_READY; i++) {
                statement.execute("select pg_logical_emit_message(false, 'test', 'x', true), pg_switch_wal()");
            }
            throw new AssertionError("there is room for WAL");
        } catch (SQLException e) {
            LOG.info("PostgreSQL says: {}", e.getMessage());
        }
    }

    private static void refusedForLater(Reply reply) {
        assertThat(reply.isForLater()).as(reply.status() + " " + reply.text()).isTrue();
        assertThat(reply.json().required("code").asString()).isEqualTo("UNAVAILABLE");
    }

    /** What was acknowledged is answered again, and what nobody knew of is recorded once. */
    private void hold(AcceptanceLoad load) throws IOException {
        for (var fact : load.acknowledged()) {
            var again = client.accept(fact.customer(), fact.key());
            assertThat(again.status()).as(again.text()).isEqualTo(201);
            assertThat(again.replayed()).isTrue();
            assertThat(Acknowledged.of(fact.customer(), fact.key(), again).sameFactAs(fact))
                    .isTrue();
            acknowledged.add(fact);
        }
        for (var request : load.unanswered()) {
            var repeated = client.accept(request.customer(), request.key());
            assertThat(repeated.status()).as(repeated.text()).isEqualTo(201);
            acknowledged.add(Acknowledged.of(request.customer(), request.key(), repeated));
        }
    }
}
