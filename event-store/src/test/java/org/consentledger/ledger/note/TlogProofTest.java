package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.note.TestKeys.LOG;
import static org.consentledger.ledger.note.TestKeys.SECOND_WITNESS;
import static org.consentledger.ledger.note.TestKeys.WITNESS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Growth;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.ProofRejected;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlogProofTest {
    static final List<Hash> LEAVES = IntStream.range(0, 11)
            .mapToObj(i -> TreeHashing.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    static final Growth TREE = Edge.EMPTY.grow(LEAVES);
    static final Checkpoint CHECKPOINT = new Checkpoint(LOG.verifierKey().name(), TREE.size(), TREE.root());
    static final TlogProof RECEIPT = TlogProof.of(TREE.inclusionProof(7), CHECKPOINT.sign(LOG));
    static final List<VerifierKey> LOG_KEYS = List.of(LOG.verifierKey());
    static final List<VerifierKey> WITNESSES = List.of(WITNESS.verifierKey(), SECOND_WITNESS.verifierKey());

    @Test
    void isWrittenAsC2spSays() {
        var lines = RECEIPT.encode().lines().toList();

        assertThat(lines.subList(0, 2)).containsExactly("c2sp.org/tlog-proof@v1", "index 7");
        assertThat(lines.subList(2, 6)).allMatch(line -> line.length() == 44);
        assertThat(lines.subList(6, 9)).containsExactly("", "ledger.example/terms", "11");
        assertThat(RECEIPT.encode()).endsWith(CHECKPOINT.sign(LOG).encode());
    }

    @Test
    void verifiesEveryLeafAfterReading() {
        for (int i = 0; i < LEAVES.size(); i++) {
            var receipt = TlogProof.of(TREE.inclusionProof(i), CHECKPOINT.sign(LOG));

            var read = TlogProof.parse(receipt.encode());

            assertThat(read).isEqualTo(receipt);
            assertThat(read.verify(LEAVES.get(i), LOG_KEYS)).isEqualTo(CHECKPOINT);
        }
    }

    @Test
    void verifiesTheOnlyLeafByAnEmptyPath() {
        var tree = Edge.EMPTY.grow(LEAVES.subList(0, 1));
        var note = new Checkpoint(LOG.verifierKey().name(), 1, tree.root()).sign(LOG);
        var receipt = TlogProof.parse(TlogProof.of(tree.inclusionProof(0), note).encode());

        assertThat(receipt.path()).isEmpty();
        receipt.verify(LEAVES.getFirst(), LOG_KEYS);
    }

    @Test
    void refusesAnotherLeafAnotherLogAndAnotherTree() {
        assertThatThrownBy(() -> RECEIPT.verify(LEAVES.get(6), LOG_KEYS)).isInstanceOf(ProofRejected.class);
        assertThatThrownBy(() -> RECEIPT.verify(LEAVES.get(7), List.of())).isInstanceOf(NoteRejected.class);
        var impostor = TestKeys.key(LOG.verifierKey().name(), SignatureType.ED25519, 77);
        assertThatThrownBy(() -> RECEIPT.verify(LEAVES.get(7), List.of(impostor.verifierKey())))
                .isInstanceOf(NoteRejected.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TlogProof.of(Edge.EMPTY.grow(LEAVES.subList(0, 9)).inclusionProof(7), CHECKPOINT.sign(LOG)));
    }

    @Test
    void needsAsManyKnownWitnessesAsTheReaderAsksFor() {
        var once = CHECKPOINT.sign(LOG).with(WITNESS.cosign(CHECKPOINT, Instant.EPOCH));
        var twice = once.with(SECOND_WITNESS.cosign(CHECKPOINT, Instant.EPOCH));
        var leaf = LEAVES.get(7);

        TlogProof.of(TREE.inclusionProof(7), twice).verify(leaf, LOG_KEYS, WITNESSES, 2);
        TlogProof.of(TREE.inclusionProof(7), once).verify(leaf, LOG_KEYS, WITNESSES, 1);
        assertThatThrownBy(() -> TlogProof.of(TREE.inclusionProof(7), once).verify(leaf, LOG_KEYS, WITNESSES, 2))
                .hasMessageContaining("fewer than 2");
        // The log itself is nobody's witness.
        assertThatThrownBy(() -> RECEIPT.verify(leaf, LOG_KEYS, LOG_KEYS, 1)).hasMessageContaining("fewer than 1");
    }

    @Test
    void carriesExtraDataThatItDoesNotVouchFor() {
        var note = CHECKPOINT.sign(LOG);
        var receipt = new TlogProof(7, RECEIPT.path(), note, "YWdl");

        assertThat(receipt.encode()).startsWith("c2sp.org/tlog-proof@v1\nextra YWdl\nindex 7\n");
        assertThat(TlogProof.parse(receipt.encode())).isEqualTo(receipt);
        TlogProof.parse(receipt.encode().replace("YWdl", "YWdm")).verify(LEAVES.get(7), LOG_KEYS);
    }

    static List<String> malformed() {
        var good = RECEIPT.encode();
        var first = RECEIPT.path().getFirst().base64();
        return List.of(
                "",
                "\n\n",
                good.replace("@v1", "@v2"),
                good.replace("c2sp.org", " c2sp.org"),
                good.replace("index 7\n", ""),
                good.replace("index 7", "index 07"),
                good.replace("index 7", "index  7"),
                good.replace("index 7", "index -7"),
                good.replace("index 7", "index 18446744073709551615"),
                good.replace("index 7\n", "index 7\nindex 7\n"),
                good.replace("index 7\n", "index 7\nextra YWdl\n"),
                good.replace("index 7\n", "extra YWdl\nextra YWdl\nindex 7\n"),
                good.replace("index 7\n", "extra \nindex 7\n"),
                good.replace("index 7\n", "extra YWdl \nindex 7\n"),
                good.replace("index 7\n", "extra YWd=\nindex 7\n"),
                good.replace("index 7\n", "index 7\n\n"),
                good.replace(first, first + " "),
                good.replace(first, first.substring(4)),
                good.replace(first, first + "\r"),
                good.replace("\n\nledger", "\nledger"),
                good + "\n",
                good.substring(0, good.length() - 1));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNotAReceipt(String receipt) {
        assertThatThrownBy(() -> TlogProof.parse(receipt).verify(LEAVES.get(7), LOG_KEYS))
                .isInstanceOf(NoteRejected.class);
    }
}
