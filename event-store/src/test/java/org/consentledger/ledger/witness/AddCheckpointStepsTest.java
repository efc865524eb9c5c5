package org.consentledger.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.testing.TestLog;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of C2SP tlog-witness, "add-checkpoint", in their order. */
class AddCheckpointStepsTest {
    private static final TestLog LOG = TestLog.of("log.example/terms", 40);
    private static final TestLog STRANGER = TestLog.of("stranger.example", 40);
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Hash OTHER = Hash.sha256(new byte[] {1});

    @TempDir
    private Path directory;

    private Instant now = NOON;
    private Witness witness;

    @BeforeEach
    void open() throws IOException {
        var files = new WitnessDirectory(directory);
        files.follow(LOG.key());
        witness = files.open("witness.example/w1", () -> now);
    }

    @AfterEach
    void close() throws IOException {
        witness.close();
    }

    @Test
    @DisplayName("証人は、木が前の木の続きであるときだけ連署する")
    void cosignsWhatContinuesWhatItCosignedBefore() {
        for (int[] step : new int[][] {{0, 0}, {0, 1}, {1, 1}, {1, 7}, {7, 8}, {8, 13}, {13, 40}}) {
            now = now.plusSeconds(1);
            var answer = witness.addCheckpoint(LOG.request(step[0], step[1]).encode());

            assertThat(answer).isInstanceOf(Answer.Cosigned.class);
            var note = LOG.signed(step[1]).with(((Answer.Cosigned) answer).cosignature());
            assertThat(Cosignature.on(note, List.of(witness.key())))
                    .singleElement()
                    .extracting(Cosignature::time)
                    .isEqualTo(now);
            assertThat(latest()).isEqualTo(note);
        }
    }

    @Test
    void aMalformedRequestIs400() {
        assertThat(refused("no request".getBytes(UTF_8))).isEqualTo(Refusal.MALFORMED);
        var noCheckpoint = new SignedNote("only\ntwo lines\n", LOG.signed(3).signatures());
        assertThat(refused(new AddCheckpoint(0, List.of(), noCheckpoint))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void anUnknownOriginIs404EvenIfAKnownKeySignedIt() {
        assertThat(refused(STRANGER.request(0, 3))).isEqualTo(Refusal.UNKNOWN_LOG);
        var text = STRANGER.checkpoint(3).text();
        assertThat(refused(new AddCheckpoint(
                        0, List.of(), new SignedNote(text, LOG.signed(3).signatures()))))
                .isEqualTo(Refusal.UNKNOWN_LOG);
    }

    @Test
    void aCheckpointThatNoTrustedKeySignedIs403() {
        var unsigned =
                new SignedNote(LOG.checkpoint(3).text(), STRANGER.signed(3).signatures());
        assertThat(refused(new AddCheckpoint(0, List.of(), unsigned))).isEqualTo(Refusal.NOT_SIGNED);
        var sameName = TestLog.of(LOG.key().name(), 40);
        assertThat(refused(sameName.request(0, 3))).isEqualTo(Refusal.NOT_SIGNED);
    }

    @Test
    void aSignatureThatNamesATrustedKeyAndFailsIs403() {
        var wrong = new SignedNote(LOG.checkpoint(3).text(), LOG.signed(4).signatures());
        assertThat(refused(new AddCheckpoint(0, List.of(), wrong))).isEqualTo(Refusal.NOT_SIGNED);
    }

    @Test
    void signaturesOfUnknownKeysAreIgnoredAndNotKept() {
        var both = LOG.signed(3).with(STRANGER.signed(3).signatures().getFirst());

        assertThat(witness.addCheckpoint(new AddCheckpoint(0, List.of(), both).encode()))
                .isInstanceOf(Answer.Cosigned.class);

        assertThat(latest().signatures())
                .hasSize(2)
                .doesNotContain(STRANGER.signed(3).signatures().getFirst());
    }

    @Test
    void anOldSizeBeyondTheCheckpointIs400BeforeItIs409() {
        assertThat(refused(new AddCheckpoint(9, List.of(), LOG.signed(8)))).isEqualTo(Refusal.OLD_SIZE_BEYOND);
    }

    @Test
    void anotherOldSizeIs409WithTheOneItKnows() {
        assertThat(witness.addCheckpoint(LOG.request(3, 8).encode())).isEqualTo(new Answer.OtherSize(0));
        cosign(0, 8);

        for (int oldSize : new int[] {0, 1, 7, 9, 40}) {
            var request = new AddCheckpoint(oldSize, LOG.proof(oldSize, 40), LOG.signed(40));
            assertThat(witness.addCheckpoint(request.encode())).isEqualTo(new Answer.OtherSize(8));
        }
    }

    @Test
    @DisplayName("小さくなった木には、連署しない")
    void aSmallerTreeIsNeverCosigned() {
        cosign(0, 8);

        assertThat(refused(new AddCheckpoint(8, List.of(), LOG.signed(7)))).isEqualTo(Refusal.OLD_SIZE_BEYOND);
        assertThat(witness.addCheckpoint(LOG.request(7, 7).encode())).isEqualTo(new Answer.OtherSize(8));
        assertThat(witness.addCheckpoint(LOG.request(0, 7).encode())).isEqualTo(new Answer.OtherSize(8));
    }

    @Test
    void anEmptyTreeWithAnotherRootIs422() {
        var wrong = LOG.signed(new Checkpoint(LOG.key().name(), 0, OTHER));

        assertThat(refused(new AddCheckpoint(0, List.of(), wrong))).isEqualTo(Refusal.INCONSISTENT);
    }

    @Test
    void aProofFromTheEmptyTreeIs422() {
        assertThat(refused(new AddCheckpoint(0, List.of(OTHER), LOG.signed(3)))).isEqualTo(Refusal.INCONSISTENT);
    }

    @Test
    @DisplayName("枝分かれした木には、どのような証明をつけても連署しない")
    void aProofThatDoesNotVerifyIs422() {
        cosign(0, 7);
        var fork = LOG.forkedAt(6);
        var proof = LOG.proof(7, 13);

        assertThat(refused(fork.request(7, 13))).isEqualTo(Refusal.INCONSISTENT);
        assertThat(refused(new AddCheckpoint(7, proof, fork.signed(13)))).isEqualTo(Refusal.INCONSISTENT);
        assertThat(refused(new AddCheckpoint(7, List.of(), LOG.signed(13)))).isEqualTo(Refusal.INCONSISTENT);
        assertThat(refused(new AddCheckpoint(7, proof.subList(1, proof.size()), LOG.signed(13))))
                .isEqualTo(Refusal.INCONSISTENT);
        assertThat(refused(new AddCheckpoint(7, proof.reversed(), LOG.signed(13))))
                .isEqualTo(Refusal.INCONSISTENT);
        assertThat(latest()).isEqualTo(latestOfSize(7));
        cosign(7, 13);
    }

    @Test
    void oneSizeWithAnotherRootIs422() {
        cosign(0, 8);

        assertThat(refused(LOG.forkedAt(7).request(8, 8))).isEqualTo(Refusal.INCONSISTENT);
        assertThat(refused(new AddCheckpoint(8, List.of(OTHER), LOG.signed(8)))).isEqualTo(Refusal.INCONSISTENT);
    }

    @Test
    void aCheckpointThatTheMemoryCannotHoldIs413AndChangesNothing() {
        var tooLong = new Checkpoint(LOG.key().name(), 3, LOG.root(3), List.of("x".repeat(4_000)));

        assertThat(refused(new AddCheckpoint(0, List.of(), LOG.signed(tooLong))))
                .isEqualTo(Refusal.TOO_LONG);
        cosign(0, 3);
    }

    @Test
    void extensionLinesAreCosignedAsTheyAre() {
        var extended = new Checkpoint(LOG.key().name(), 3, LOG.root(3), List.of("an extension"));

        assertThat(witness.addCheckpoint(new AddCheckpoint(0, List.of(), LOG.signed(extended)).encode()))
                .isInstanceOf(Answer.Cosigned.class);
        assertThat(Cosignature.on(latest(), List.of(witness.key()))).hasSize(1);
    }

    @Test
    @DisplayName("時計が戻っている間は、連署しない")
    void aClockBehindTheLastCosignatureIs503() {
        cosign(0, 8);
        now = NOON.minusSeconds(1);
        assertThat(refused(LOG.request(8, 9))).isEqualTo(Refusal.UNABLE);
        now = NOON.minusMillis(1);
        assertThat(refused(LOG.request(8, 9))).isEqualTo(Refusal.UNABLE);

        now = NOON;
        cosign(8, 9);
    }

    private void cosign(int oldSize, int size) {
        assertThat(witness.addCheckpoint(LOG.request(oldSize, size).encode())).isInstanceOf(Answer.Cosigned.class);
    }

    private SignedNote latest() {
        return witness.latest(WitnessDirectory.originHash(LOG.key().name())).orElseThrow();
    }

    private SignedNote latestOfSize(int size) {
        return LOG.signed(size).with(latest().signatures().getLast());
    }

    private Refusal refused(AddCheckpoint request) {
        return refused(request.encode());
    }

    private Refusal refused(byte[] body) {
        var answer = witness.addCheckpoint(body);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).refusal();
    }
}
