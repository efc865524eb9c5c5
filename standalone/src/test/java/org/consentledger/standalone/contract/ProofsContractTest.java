package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.standalone.contract.AgreementsContractTest.expectRecord;
import static org.consentledger.standalone.contract.Terms.expect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.agreements.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ledger, its proofs, replays, dossiers and imports, as the contract has them. */
@ExtendWith(RunningSystem.class)
class ProofsContractTest {
    @Test
    void theLedgerIsReadAsTiles(Client client) {
        var key = text(client, "/ledger/key");
        var checkpoint = text(client, "/ledger/checkpoint");

        assertThat(checkpoint.lines().findFirst())
                .hasValueSatisfying(origin -> assertThat(key).startsWith(origin + "+"));
        long size = checkpoint
                .lines()
                .skip(1)
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
        var tile = size >= 256 ? "000" : "000.p/" + size;
        assertThat(client.bytes("/ledger/tile/0/" + tile)).hasSize((int) Math.min(size, 256) * 32);
        assertThat(client.bytes("/ledger/tile/entries/" + tile)).isNotEmpty();
    }

    @Test
    void aReceiptIsFetchedAgain(Client client) {
        var record = new Customer(client).accept(Terms.published(client, 1), 1);
        expectRecord(record);

        assertThat(text(client, "/ledger/receipts/" + record.text("eventId"))).startsWith("c2sp.org/tlog-proof@v1");
        expect(404, client.get("/ledger/receipts/00000000-0000-7000-8000-000000000000"));
    }

    @Test
    void anAnswerIsRecomputedFromTheLedgerAndHandedToACourt(Client client, @TempDir Path elsewhere) throws Exception {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);
        var known = "position:" + (record.json().path("position").longValue() + 1);

        var replay = client.post(
                "/api/v1/replays",
                """
                {"customerId":"%c","termsId":"%t","at":"%a","knownAt":"%k"}""".replace("%c", customer.id())
                        .replace("%t", terms.id())
                        .replace("%k", known)
                        .replace("%a", record.text("recordedAt")),
                "-");

        expect(200, replay);
        assertThat(replay.json().propertyNames()).contains("replayed", "projected", "agrees", "steps");
        assertThat(replay.json().path("agrees").booleanValue()).isTrue();
        var dossier = customer.path("dossier") + "?termsId=" + terms.id() + "&knownAt=" + known;
        var file = Files.write(elsewhere.resolve("dossier.zip"), client.bytes(dossier));
        var key = Files.write(elsewhere.resolve("ledger.vkey"), client.bytes("/ledger/key"));
        assertThat(InProcessProduct.verb("verify", "--key", key.toString(), file.toString()))
                .isZero();
    }

    @Test
    void anImportIsTriedBeforeItIsMade(Client client) {
        var terms = Terms.published(client, 1);
        var row = "{\"kind\":\"ACCEPTANCE\",\"customerId\":\"" + new Customer(client).id() + "\",\"termsId\":\""
                + terms.id() + "\",\"edition\":1,\"digest\":\"" + terms.digest(1)
                + "\",\"expressedAt\":\"2019-05-01T00:00:00Z\",\"channel\":\"STORE\",\"actor\":{\"kind\":\"SELF\"},"
                + "\"source\":{\"kind\":\"PAPER\",\"reference\":\"1\",\"datePrecision\":\"DAY\"}}\n";

        var preview = client.post("/api/v1/imports?preview=true", "application/x-ndjson", row, "-");

        expect(200, preview);
        assertThat(preview.json().at("/rows/rejected").longValue())
                .as(preview.response().body())
                .isZero();
        var begun = client.post("/api/v1/imports", "application/x-ndjson", row, "-");
        expect(202, begun);
        expect(200, client.get("/api/v1/imports/" + begun.text("importId")));
    }

    @Test
    void theSystemSaysThatItServesAndWhat(Client client) {
        expect(200, client.get("/actuator/health/readiness"));
        assertThat(client.get("/v3/api-docs").json().path("paths").size()).isPositive();
    }

    private static String text(Client client, String path) {
        return new String(client.bytes(path), StandardCharsets.UTF_8);
    }
}
