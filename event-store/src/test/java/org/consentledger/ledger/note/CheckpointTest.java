package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.note.TestKeys.LOG;
import static org.consentledger.ledger.note.TestKeys.SECOND_WITNESS;
import static org.consentledger.ledger.note.TestKeys.WITNESS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    static final String ORIGIN = "ledger.example/terms";
    static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 20_852_163, TreeHashing.leaf(new byte[0]), List.of());
    static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    @Test
    void readsTheExampleOfC2sp() {
        var text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

        var checkpoint = Checkpoint.parse(text);

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root().base64()).isEqualTo(ROOT);
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Test
    void keepsExtensionLines() {
        var text = ORIGIN + "\n0\n" + TreeHashing.EMPTY_ROOT.base64() + "\nextension\n\u2014 another\n";

        assertThat(Checkpoint.parse(text).extensions()).containsExactly("extension", "\u2014 another");
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n1 \n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n\u0661\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "o\n1\n" + ROOT + "\r\n",
            })
    void refusesWhatIsNotACheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void signsAndOpens() {
        var note = CHECKPOINT.sign(LOG);

        assertThat(Checkpoint.open(SignedNote.parse(note.encode()), List.of(LOG.verifierKey())))
                .isEqualTo(CHECKPOINT);
    }

    @Test
    void opensOnlyForAKeyOfTheOriginsName() {
        var stranger = TestKeys.key("stranger.example", SignatureType.ED25519, 9);
        var note = new SignedNote(CHECKPOINT.text(), List.of(stranger.sign(CHECKPOINT.text())));

        assertThat(note.signedBy(List.of(stranger.verifierKey()))).hasSize(1);
        assertThatThrownBy(() -> Checkpoint.open(note, List.of(stranger.verifierKey())))
                .isInstanceOf(NoteRejected.class);
        assertThatIllegalArgumentException().isThrownBy(() -> CHECKPOINT.sign(stranger));
    }

    @Test
    void cosignsWhatTlogCosignatureSays() {
        var cosignature = WITNESS.cosign(CHECKPOINT, NOON.plusMillis(999));

        var bytes = ByteBuffer.wrap(cosignature.signature());
        assertThat(bytes.getLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(Cosignature.timeOf(cosignature)).isEqualTo(NOON);
        assertThat(new String(Cosignature.message(CHECKPOINT.text(), 1_679_315_147), StandardCharsets.UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\n" + CHECKPOINT.text());
        assertThat(CHECKPOINT.sign(LOG).with(cosignature).signedBy(List.of(WITNESS.verifierKey())))
                .containsExactly(WITNESS.verifierKey());
    }

    @Test
    void refusesACosignatureWithAnotherTime() {
        var bytes = WITNESS.cosign(CHECKPOINT, NOON).signature();
        var later = ByteBuffer.wrap(bytes).putLong(NOON.getEpochSecond() + 1).array();
        var name = WITNESS.verifierKey().name();
        var note = CHECKPOINT
                .sign(LOG)
                .with(NoteSignature.of(name, WITNESS.verifierKey().keyId(), later));

        assertThatThrownBy(() -> note.signedBy(List.of(WITNESS.verifierKey()))).isInstanceOf(NoteRejected.class);
    }

    @Test
    void readsNoTimeFromASignatureOfAnotherKindNorOneBeforeTheEpoch() {
        assertThatThrownBy(() -> Cosignature.timeOf(LOG.sign(CHECKPOINT.text())))
                .isInstanceOf(NoteRejected.class);
        var negative =
                NoteSignature.of("w", 1, ByteBuffer.allocate(72).putLong(-1).array());
        assertThatThrownBy(() -> Cosignature.timeOf(negative)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void readsTheTimeOfACosignatureOfOthers() {
        var line = new NoteSignature(
                "w",
                "ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==");

        assertThat(Cosignature.timeOf(line)).isEqualTo("2024-10-03T14:06:07Z");
    }

    @Test
    void neverSignsWithAKeyOfTheOtherType() {
        assertThatIllegalStateException().isThrownBy(() -> WITNESS.sign("text\n"));
        assertThatIllegalStateException().isThrownBy(() -> LOG.cosign(CHECKPOINT, NOON));
        assertThat(WITNESS.verifierKey().keyId())
                .isNotEqualTo(SECOND_WITNESS.verifierKey().keyId());
    }
}
