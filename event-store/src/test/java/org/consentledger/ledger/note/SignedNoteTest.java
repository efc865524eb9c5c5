package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples published with C2SP signed-note and with Go's sumdb/note, and what must not pass for a note. */
class SignedNoteTest {
    static final String PETER_SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    static final String ADVICE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    static final String PETERS_LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNX"
            + "gKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    static final String ENOCHS_LINE = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG0"
            + "1oOTGwnWLox33WWd1RvMc+QQ=\n";

    static final VerifierKey C2SP =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    static final String C2SP_NOTE =
            "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6T"
                    + "fXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void verifiesTheExamplesOfOthers() {
        assertThat(SignedNote.parse(C2SP_NOTE).verify(List.of(C2SP))).isEqualTo("This is an example message.\n");
        assertThat(SignedNote.parse(ADVICE + "\n" + PETERS_LINE).verify(List.of(PETER)))
                .isEqualTo(ADVICE);
    }

    @Test
    void signsToTheByteAsOthersDo() {
        var key = SigningKey.parse(PETER_SKEY);

        var note = new SignedNote(ADVICE, List.of(key.sign(ADVICE)));

        assertThat(key.verifierKey()).isEqualTo(PETER);
        assertThat(key.encode()).isEqualTo(PETER_SKEY);
        assertThat(note.encode()).isEqualTo(ADVICE + "\n" + PETERS_LINE);
    }

    @Test
    void ignoresSignaturesOfOthersAndKeepsThem() {
        var text = ADVICE + "\n" + ENOCHS_LINE + PETERS_LINE;

        var note = SignedNote.parse(text);

        assertThat(note.signedBy(List.of(PETER, C2SP))).containsExactly(PETER);
        assertThat(note.encode()).isEqualTo(text);
        assertThatThrownBy(() -> note.verify(List.of(C2SP))).hasMessageContaining("not signed by a known key");
    }

    @Test
    void ignoresASignatureThatSharesOnlyTheNameOrOnlyTheIdWithAKnownKey() {
        var otherId = PETERS_LINE.replace("x08go", "y08go");
        var otherName = PETERS_LINE.replace("PeterNeumann", "PeterPan");

        assertThat(SignedNote.parse(ADVICE + "\n" + otherId + otherName).signedBy(List.of(PETER)))
                .isEmpty();
        assertThat(SignedNote.parse(ADVICE + "\n" + otherId + PETERS_LINE).signedBy(List.of(PETER)))
                .containsExactly(PETER);
    }

    @Test
    void refusesTheWholeNoteForOneFalseSignatureOfAKnownKey() {
        var note = SignedNote.parse(ADVICE.replace("don't", "do") + "\n" + PETERS_LINE);

        assertThatThrownBy(() -> note.signedBy(List.of(PETER))).hasMessageContaining("not signed by PeterNeumann");
    }

    @Test
    void refusesAKnownKeySigningTwice() {
        var key = SigningKey.parse(PETER_SKEY);
        var false2nd = NoteSignature.of("PeterNeumann", PETER.keyId(), new byte[64]);
        var note = new SignedNote(ADVICE, List.of(key.sign(ADVICE), false2nd));

        assertThatThrownBy(() -> note.signedBy(List.of(PETER))).hasMessageContaining("signed twice");
    }

    @Test
    void separatesTheTextAtTheLastEmptyLine() {
        var key = SigningKey.parse(PETER_SKEY);
        for (String text : List.of("\n", "a\n\n", "a\n\nb\n", "— a b\n", "a\n\n— PeterNeumann AAAAAAA=\n\n\n")) {
            var note = new SignedNote(text, List.of(key.sign(text)));

            assertThat(SignedNote.parse(note.encode())).isEqualTo(note);
            assertThat(SignedNote.parse(note.encode()).verify(List.of(PETER))).isEqualTo(text);
        }
    }

    @Test
    void accepts100SignaturesAndNoMore() {
        assertThat(SignedNote.parse(noteWith(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse(noteWith(101))).hasMessageContaining("1 to 100");
    }

    private static String noteWith(int signatures) {
        return "text\n\n"
                + IntStream.range(0, signatures)
                        .mapToObj(i -> "— k" + i + " AAAAAAA=\n")
                        .collect(Collectors.joining());
    }

    static List<String> malformed() {
        return List.of(
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                ADVICE + PETERS_LINE,
                ADVICE + "\n" + PETERS_LINE.strip(),
                ADVICE + "\n" + PETERS_LINE + "\n",
                ADVICE + "\n" + PETERS_LINE + PETERS_LINE,
                ADVICE + "\n" + PETERS_LINE + "x\n",
                ADVICE + "\n" + PETERS_LINE.replace("—", "-"),
                ADVICE + "\n" + PETERS_LINE.replace("— ", "—  "),
                ADVICE + "\n" + PETERS_LINE.replace("n x", "n  x"),
                ADVICE + "\n" + PETERS_LINE.replace("=", ""),
                ADVICE + "\n" + PETERS_LINE.replace("M=", "N="),
                ADVICE + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter+Neumann"),
                ADVICE + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter\u00a0Neumann"),
                ADVICE + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter\u3000Neumann"),
                ADVICE + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter\u0085Neumann"),
                ADVICE + "\n" + PETERS_LINE.replace("PeterNeumann ", ""),
                ADVICE + "\n— PeterNeumann x08gow==\n",
                ADVICE + "\n— PeterNeumann \n",
                ADVICE.replace("then", "then\t") + "\n" + PETERS_LINE,
                ADVICE.replace("then", "then\r") + "\n" + PETERS_LINE,
                ADVICE.replace("then", "then\0") + "\n" + PETERS_LINE,
                ADVICE.replace("then", "then\ud800") + "\n" + PETERS_LINE);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNotANote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var bytes = C2SP_NOTE.getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xc0;

        assertThatThrownBy(() -> SignedNote.parse(bytes)).hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcwkcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                "PeterPan+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
            })
    void refusesWhatIsNotAVerifierKey(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(NoteRejected.class);
    }

    @Test
    void refusesEveryFlippedBitOfAKey() {
        for (String text : List.of(PETER.encode(), PETER_SKEY)) {
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                var flipped = new String(bytes, StandardCharsets.ISO_8859_1);
                assertThatThrownBy(
                                () -> {
                                    if (text.equals(PETER_SKEY)) {
                                        SigningKey.parse(flipped);
                                    } else {
                                        VerifierKey.parse(flipped);
                                    }
                                },
                                "bit %d",
                                bit)
                        .isInstanceOf(NoteRejected.class);
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Test
    void readsTheKeysOfWitnesses() {
        var remora = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

        assertThat(VerifierKey.parse(remora).type()).isEqualTo(SignatureType.COSIGNATURE_V1);
        assertThat(VerifierKey.parse(remora)).hasToString(remora);
    }

    @Test
    void neverPrintsASecret() {
        assertThat(SigningKey.parse(PETER_SKEY)).hasToString(PETER.encode());
    }
}
