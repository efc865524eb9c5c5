package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.note.TestKeys.LOG;
import static org.consentledger.ledger.note.TestKeys.SECOND_WITNESS;
import static org.consentledger.ledger.note.TestKeys.WITNESS;

import java.time.Instant;
import java.util.List;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuorumTest {
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(LOG.verifierKey().name(), 0, TreeHashing.EMPTY_ROOT);
    private static final SignedNote NOTE = CHECKPOINT.sign(LOG);
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final List<VerifierKey> BOTH = List.of(WITNESS.verifierKey(), SECOND_WITNESS.verifierKey());

    @Test
    void isMetByAsManyWitnessesAsAreNeeded() {
        var one = NOTE.with(WITNESS.cosign(CHECKPOINT, NOON));
        var two = one.with(SECOND_WITNESS.cosign(CHECKPOINT, NOON));

        assertThat(met(NOTE, 0)).isTrue();
        assertThat(met(NOTE, 1)).isFalse();
        assertThat(met(one, 1)).isTrue();
        assertThat(met(one, 2)).isFalse();
        assertThat(met(two, 2)).isTrue();
    }

    @Test
    @DisplayName("同じ公開鍵は、名前が違っても一人の証人である")
    void countsOnePublicKeyOnce() {
        var renamed = SigningKey.parse(renamed(WITNESS, "other.example/w9"));

        assertThatThrownBy(() -> new Quorum(List.of(WITNESS.verifierKey(), renamed.verifierKey()), 2))
                .isInstanceOf(NoteRejected.class)
                .hasMessageContaining("one public key");
        assertThatThrownBy(() -> new Quorum(List.of(WITNESS.verifierKey(), WITNESS.verifierKey()), 1))
                .isInstanceOf(NoteRejected.class);
    }

    @Test
    void refusesKeysOfLogsAndQuorumsThatCannotBeMet() {
        assertThatThrownBy(() -> new Quorum(List.of(LOG.verifierKey()), 1)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> new Quorum(BOTH, 3)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> new Quorum(BOTH, -1)).isInstanceOf(NoteRejected.class);
    }

    private static boolean met(SignedNote note, int needed) {
        return new Quorum(BOTH, needed).isMetBy(Cosignature.on(note, BOTH));
    }

    /** The same secret under another name, as its owner could write it. */
    private static String renamed(SigningKey key, String name) {
        var text = KeyText.parse(key.encode().substring("PRIVATE+KEY+".length()));
        var publicKey = new Ed25519Secret(text.key().bytes()).publicKey();
        int keyId = KeyText.keyIdOf(name, text.type(), publicKey);
        return "PRIVATE+KEY+" + new KeyText(name, keyId, text.type(), text.key()).encode();
    }
}
