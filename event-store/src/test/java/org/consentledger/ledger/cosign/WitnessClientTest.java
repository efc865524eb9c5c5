package org.consentledger.ledger.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.ledger.cosign.StubWitness.Response;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.testing.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessClientTest {
    private static final TestLog LOG = TestLog.of("log.example/terms", 9);
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final String SIZE = "text/x.tlog.size";

    private static final AtomicReference<Response> ANSWER = new AtomicReference<>();
    private static final WitnessClient CLIENT = new WitnessClient();
    private static StubWitness stub;

    @BeforeAll
    static void start() throws Exception {
        stub = new StubWitness(_ -> ANSWER.get());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        stub.close();
    }

    @Test
    void readsTheCosignatureAmongOthers() throws Exception {
        String line = stub.key.cosign(LOG.checkpoint(5), NOON).line();
        var stranger = SigningKey.generate("stranger.example", SignatureType.COSIGNATURE_V1, random());
        String foreign = stranger.cosign(LOG.checkpoint(5), NOON).line();

        var reply = answered(Response.text(200, foreign + "\n" + line + "\n"));

        assertThat(reply).isInstanceOf(Reply.Cosigned.class);
        var cosignature = ((Reply.Cosigned) reply).cosignature();
        assertThat(cosignature.time()).isEqualTo(NOON);
        assertThat(cosignature.signature().line()).isEqualTo(line);
    }

    @Test
    @DisplayName("連署は一ビット違っても受け取られない")
    void acceptsNoCosignatureWithAChangedBit() throws Exception {
        String line = stub.key.cosign(LOG.checkpoint(5), NOON).line() + "\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << i % 7);
            String changed = new String(flipped, StandardCharsets.UTF_8);
            // Cut in two, the line is still there to be read, but for its last byte.
            var reply = answered(Response.text(200, changed));

            assertThat(reply instanceof Reply.Cosigned && !changed.startsWith(line.strip()))
                    .as("byte %d: %s", i, changed)
                    .isFalse();
        }
    }

    @Test
    void acceptsNoCosignatureOfAnotherTreeAnotherKeyOrNoTime() throws Exception {
        assertThat(signed(stub.key, 6, NOON)).isInstanceOf(Reply.Failed.class);
        assertThat(signed(stub.key, 5, Instant.EPOCH)).isInstanceOf(Reply.Failed.class);
        var sameName = SigningKey.generate(stub.key.verifierKey().name(), SignatureType.COSIGNATURE_V1, random());
        assertThat(signed(sameName, 5, NOON)).isInstanceOf(Reply.Failed.class);
        assertThat(answered(Response.text(200, ""))).isInstanceOf(Reply.Failed.class);
        String line = stub.key.cosign(LOG.checkpoint(5), NOON).line() + "\n";
        assertThat(answered(Response.text(200, line + line))).isInstanceOf(Reply.Failed.class);
        assertThat(answered(Response.text(200, "x".repeat(70_000)))).isInstanceOf(Reply.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", "9223372036854775807,9223372036854775807"})
    void readsTheSizeThatTheWitnessKnows(String body, long size) throws Exception {
        assertThat(answered(new Response(409, SIZE, body + "\n"))).isEqualTo(new Reply.KnowsSize(size));
        assertThat(answered(new Response(409, SIZE + "; charset=utf-8", body + "\n")))
                .isEqualTo(new Reply.KnowsSize(size));
    }

    @ParameterizedTest
    @CsvSource({"7", "'07\n'", "'-7\n'", "'7\n\n'", "'9223372036854775808\n'", "'7 \n'", "''"})
    void refusesA409WithoutASize(String body) throws Exception {
        assertThat(answered(new Response(409, SIZE, body))).isInstanceOf(Reply.Failed.class);
    }

    /** As the specification was until 2026: one size with another root. */
    @Test
    void takesA409OfAnotherKindForAContradiction() throws Exception {
        assertThat(answered(Response.text(409, "root differs"))).isEqualTo(new Reply.Contradicted("root differs"));
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "404", "413", "429", "500", "503", "302", "204"})
    void tellsEveryOtherAnswerAsAFailure(int status) throws Exception {
        assertThat(answered(Response.text(status, status == 204 ? "" : "why\u001b[31m\nnext")))
                .isInstanceOfSatisfying(
                        Reply.Failed.class, failed -> assertThat(failed.why()).doesNotContain("\u001b", "\n"));
    }

    @Test
    void tellsAContradiction() throws Exception {
        assertThat(answered(Response.text(422, "no"))).isEqualTo(new Reply.Contradicted("no"));
    }

    @Test
    void tellsThatNobodyIsThere() throws Exception {
        var gone = new StubWitness(_ -> Response.text(200, ""));
        gone.close();

        assertThat(CLIENT.send(gone.address(), LOG.request(0, 5)))
                .isInstanceOfSatisfying(
                        Reply.Failed.class, failed -> assertThat(failed.why()).startsWith("it cannot be reached"));
    }

    private static Reply signed(SigningKey key, int size, Instant time) throws InterruptedException {
        return answered(
                Response.text(200, key.cosign(LOG.checkpoint(size), time).line() + "\n"));
    }

    private static Reply answered(Response answer) throws InterruptedException {
        ANSWER.set(answer);
        return CLIENT.send(stub.address(), LOG.request(0, 5));
    }

    private static SecureRandom random() {
        return new SecureRandom();
    }
}
