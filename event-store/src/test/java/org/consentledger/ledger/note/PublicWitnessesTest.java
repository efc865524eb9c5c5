package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A checkpoint of a public log (TrustFabric's "arche2025h1", of 2026-05) that public witnesses have cosigned, with the
 * keys that their operators publish. The first signature line is of a type not known here.
 */
class PublicWitnessesTest {
    private static final String CHECKPOINT = """
            arche2025h1.staging.ct.transparency.dev
            1432088532
            U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

            — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
            — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
            — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
            — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
            — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
            — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
            """;

    private static final VerifierKey LOG = VerifierKey.parse(
            "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
    private static final List<VerifierKey> WITNESSES = List.of(
            VerifierKey.parse("witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"),
            VerifierKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"),
            VerifierKey.parse("witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO"));

    @Test
    void verifiesWhatTheyHaveSigned() {
        var note = SignedNote.parse(CHECKPOINT);

        assertThat(Checkpoint.open(note, List.of(LOG)).size()).isEqualTo(1_432_088_532);
        var cosignatures = Cosignature.on(note, WITNESSES);
        assertThat(cosignatures)
                .extracting(cosignature -> cosignature.witness().name())
                .containsExactly("witness1.smartit.nu/witness1", "remora.n621.de", "witness.stagemole.eu");
        assertThat(cosignatures).extracting(Cosignature::time).containsOnly(Instant.parse("2026-05-23T21:50:24Z"));
        assertThat(new Quorum(WITNESSES, 3).isMetBy(cosignatures)).isTrue();
    }

    @Test
    void refusesEveryChangedBitOfTextOrCosignatures() {
        byte[] note = CHECKPOINT.getBytes(StandardCharsets.UTF_8);
        int cosignatures = new String(note, StandardCharsets.ISO_8859_1).indexOf("witness1.smartit.nu");
        int text = CHECKPOINT.indexOf("\n\n");
        for (int i = 0; i < note.length; i++) {
            if (i > text && i < cosignatures) {
                continue;
            }
            byte[] flipped = note.clone();
            flipped[i] ^= (byte) (1 << i % 8);

            assertThatThrownBy(() -> need(SignedNote.parse(flipped)))
                    .as("byte %d", i)
                    .isInstanceOf(NoteRejected.class);
        }
    }

    private static void need(SignedNote note) {
        if (!new Quorum(WITNESSES, 3).isMetBy(Cosignature.on(note, WITNESSES))) {
            throw new NoteRejected("not all of them");
        }
    }
}
