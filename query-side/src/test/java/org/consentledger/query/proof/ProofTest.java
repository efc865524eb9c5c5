package org.consentledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private static final int EVENTS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(IntStream.range(0, EVENTS)
                .mapToObj(i -> accepted("terms", "customer-" + i, 12, "2019-08-01T00:00:00Z"))
                .toArray());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void servesACheckpointThatItsKeySigned() {
        var checkpoint = checkpoint();

        assertThat(checkpoint.size()).isEqualTo(EVENTS);
    }

    @Test
    void servesTilesThatMakeTheRootOfTheCheckpoint() {
        var log = application.bean(PublicLog.class);
        var full = log.tile(TilePath.parse("tile/0/000")).orElseThrow();
        var partial = log.tile(TilePath.parse("tile/0/001.p/44")).orElseThrow();

        var tree = Edge.EMPTY
                .grow(HashTile.decode(full, 256))
                .edge()
                .grow(HashTile.decode(partial, 44))
                .root();
        assertThat(tree).isEqualTo(checkpoint().root());
    }

    @Test
    void letsEverybodyKeepATileForEver() {
        var answer = get("/ledger/tile/entries/001.p/44");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "public");
        assertThat(answer.body()).contains(eventId(256)).doesNotContain("customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ledger/tile/0/001", "/ledger/tile/0/001.p/45", "/ledger/tile/1/001", "/ledger/tile/0/007"})
    void doesNotServeWhatIsNotSignedYet(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ledger/tile/0/1", "/ledger/tile/0/000.p/256", "/ledger/tile/00/000", "/ledger/tile/x/000"})
    void refusesWhatIsNoPathOfATile(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/code").stringValue()).isEqualTo("MALFORMED");
    }

    @Test
    void givesAReceiptThatVerifies() {
        var id = eventId(7);
        var answer = get("/ledger/receipts/" + id);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        byte[] statement =
                application.bean(PublicLog.class).statement(UUID.fromString(id)).orElseThrow();
        TlogProof.parse(answer.body())
                .verify(LeafEntry.of(UUID.fromString(id), statement).leafHash(), verifierKeys());
    }

    @Test
    void knowsNoReceiptOfAnEventThatIsNotThere() {
        var answer = get("/ledger/receipts/" + new UUID(1, 2));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).at("/code").stringValue()).isEqualTo("EVENT_UNKNOWN");
        assertThat(get("/ledger/receipts/nonsense").statusCode()).isEqualTo(400);
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.open(SignedNote.parse(get("/ledger/checkpoint").body()), verifierKeys());
    }

    private static List<VerifierKey> verifierKeys() {
        return get("/ledger/key").body().lines().map(VerifierKey::parse).toList();
    }

    private static String eventId(int position) {
        return application.ledger().get(position).getIdentifier();
    }

    private static HttpResponse<String> get(String path) {
        return application.get(path);
    }
}
