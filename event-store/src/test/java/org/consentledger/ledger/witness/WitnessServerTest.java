package org.consentledger.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.testing.TestLog;
import org.consentledger.ledger.testing.TestWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {
    private static final TestLog LOG = TestLog.of("log.example/terms", 40);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private TestWitness witness;

    @BeforeEach
    void start() throws IOException {
        witness = TestWitness.start(directory, "witness.example/w1", LOG.key());
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        witness.close();
    }

    @Test
    void answersACheckpointWithItsSignatureLine() throws Exception {
        var answer = post(LOG.request(0, 5).encode());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("— witness.example/w1 ")
                .endsWith("\n")
                .hasLineCount(1);
        var note = LOG.signed(5).with(NoteSignature.parse(answer.body().strip()));
        assertThat(Cosignature.on(note, List.of(witness.key()))).hasSize(1);
    }

    @Test
    void answersAnotherOldSizeWithTheOneItKnows() throws Exception {
        post(LOG.request(0, 5).encode());

        var answer = post(LOG.request(0, 9).encode());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("5\n");
    }

    @Test
    void answersEveryRefusalWithItsStatus() throws Exception {
        assertThat(post("x".getBytes(UTF_8)).statusCode()).isEqualTo(400);
        assertThat(post(TestLog.of("other.example", 3).request(0, 3).encode()).statusCode())
                .isEqualTo(404);
        assertThat(post(TestLog.of(LOG.key().name(), 3).request(0, 3).encode()).statusCode())
                .isEqualTo(403);
        post(LOG.request(0, 5).encode());
        assertThat(post(LOG.forkedAt(2).request(5, 9).encode()).statusCode()).isEqualTo(422);
        assertThat(post(new byte[70_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void servesMonitorsWhatItCosignedLast() throws Exception {
        String path = "/" + WitnessDirectory.originHash(LOG.key().name()) + "/checkpoint";
        assertThat(get(path).statusCode()).isEqualTo(404);
        post(LOG.request(0, 5).encode());

        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        var note = SignedNote.parse(answer.body());
        assertThat(note.signedBy(List.of(LOG.key(), witness.key()))).containsExactly(LOG.key(), witness.key());
        assertThat(note.text()).isEqualTo(LOG.checkpoint(5).text());
        assertThat(get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
    }

    @Test
    void servesNothingElse() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/add-checkpoint").headers().firstValue("Allow")).contains("POST");
        assertThat(get("/add-checkpoint/x").statusCode()).isEqualTo(404);
        assertThat(get("/../witness.key").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        return send(request("/add-checkpoint").POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(witness.url().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
