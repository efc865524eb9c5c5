package org.consentledger.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.consentledger.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The requests with which the witness of another project is tested (FiloSottile/torchwood, litewitness.txt and
 * witness_test.go), in the order of its script. It answers 403 where the present specification says 404.
 */
class LitewitnessVectorsTest {
    private static final String ORIGIN =
            "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    private static final VerifierKey LOG =
            VerifierKey.parse(ORIGIN + "+5202289b+Af/cLU2Y5BJNP+r3iMDC+av9eWCD0fBJVDfzAux5zxAP");
    private static final String ROOT_OF_3 = "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=";
    private static final String SIGNED_3 =
            "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=";
    private static final String PROOF_1_TO_3 = """
            KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            """;

    @TempDir
    private Path directory;

    @Test
    void answersThemAsItsAuthorsExpect() throws IOException {
        var files = new WitnessDirectory(directory);
        files.follow(LOG);
        try (var witness = files.open("example.com/witness", InstantSource.system())) {
            assertThat(
                            answer(
                                    witness,
                                    0,
                                    "",
                                    ORIGIN,
                                    1,
                                    "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                                    "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY="))
                    .isEqualTo(200);
            assertThat(answer(witness, 1, PROOF_1_TO_3, ORIGIN, 3, ROOT_OF_3, SIGNED_3.replace("go=", "gw=")))
                    .as("another signature")
                    .isEqualTo(403);
            assertThat(answer(witness, 1, PROOF_1_TO_3, ORIGIN.replace("e562", "e563"), 3, ROOT_OF_3, SIGNED_3))
                    .as("another log")
                    .isEqualTo(404);
            assertThat(answer(witness, 1, "", ORIGIN, 3, ROOT_OF_3, SIGNED_3))
                    .as("no proof")
                    .isEqualTo(422);
            assertThat(answer(
                            witness, 1, PROOF_1_TO_3.replaceFirst("AAA=\n$", "ABA=\n"), ORIGIN, 3, ROOT_OF_3, SIGNED_3))
                    .as("another proof")
                    .isEqualTo(422);
            assertThat(answer(witness, 1, PROOF_1_TO_3, ORIGIN, 3, ROOT_OF_3, SIGNED_3))
                    .isEqualTo(200);
            assertThat(
                            answer(
                                    witness,
                                    3,
                                    "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                                    ORIGIN,
                                    5,
                                    "QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
                                    "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww="))
                    .as("signed, but without its whole proof")
                    .isEqualTo(422);
        }
    }

    private static int answer(
            Witness witness, int oldSize, String proof, String origin, int size, String root, String signature) {
        String body = "old " + oldSize + "\n" + proof + "\n" + origin + "\n" + size + "\n" + root + "\n\n— " + origin
                + " " + signature + "\n";
        return switch (witness.addCheckpoint(body.getBytes(UTF_8))) {
            case Answer.Cosigned _ -> 200;
            case Answer.OtherSize _ -> 409;
            case Answer.Refused refused -> refused.refusal().status();
        };
    }
}
