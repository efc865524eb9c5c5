package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.testing.TestCosigner;
import org.consentledger.ledger.testing.TestLog;
import org.consentledger.ledger.tree.InclusionProof;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CosignedReceiptTest {
    private static final String ENTRY = "{\"eventId\":\"0193a0c2-7d1e-7000-8000-000000000001\",\"statementSha256\":\""
            + "ab".repeat(32) + "\",\"v\":1}";
    private static final byte[] LEAF = ENTRY.getBytes(StandardCharsets.UTF_8);
    private static final TestCosigner ONE = TestCosigner.named("witness.example/w1");
    private static final TestCosigner TWO = TestCosigner.named("witness.example/w2");
    private static final TestLog LOG = TestLog.ofEntry("ledger.example/terms", ENTRY);

    @Test
    @DisplayName("どの証人がいつ連署したか、定足数に足りるかが示される")
    void saysWhoHasCosignedAndWhen() {
        var verdict = check(receipt(ONE), new Quorum(List.of(ONE.key(), TWO.key()), 1));

        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.cosignatures())
                .singleElement()
                .satisfies(cosignature -> assertThat(cosignature.witness()).isEqualTo(ONE.key()))
                .extracting(Cosignature::time)
                .isEqualTo(TestCosigner.TIME);
    }

    @Test
    @DisplayName("定足数に足りない受領証は、合格しない")
    void isNotVerifiedWithoutTheQuorum() {
        var both = new Quorum(List.of(ONE.key(), TWO.key()), 2);

        assertThat(damages(check(receipt(), both))).containsExactly(Damage.QUORUM_NOT_MET);
        assertThat(damages(check(receipt(ONE), both))).containsExactly(Damage.QUORUM_NOT_MET);
        assertThat(check(receipt(ONE, TWO), both).isVerified()).isTrue();
    }

    @Test
    void countsNoWitnessWhomTheReaderDoesNotTrust() {
        assertThat(damages(check(receipt(TWO), new Quorum(List.of(ONE.key()), 1))))
                .containsExactly(Damage.QUORUM_NOT_MET);
        assertThat(check(receipt(TWO), Quorum.NONE).cosignatures()).isEmpty();
    }

    @Test
    @DisplayName("連署は一ビット変えても、合格しない")
    void refusesEveryChangedBit() {
        byte[] receipt = receipt(ONE, TWO);
        var both = new Quorum(List.of(ONE.key(), TWO.key()), 2);
        for (int i = 0; i < receipt.length; i++) {
            byte[] flipped = receipt.clone();
            flipped[i] ^= (byte) (1 << i % 8);

            assertThat(check(flipped, both).isVerified()).as("byte %d", i).isFalse();
        }
    }

    @Test
    void namesACosignatureThatItsWitnessDidNotMake() {
        var other = LOG.checkpoint(1);
        var note = LOG.signed(1)
                .with(ONE.cosign(new Checkpoint(other.origin(), 2, other.root()))
                        .signature());
        var receipt = TlogProof.of(new InclusionProof(0, 1, List.of()), note).encode();

        assertThat(damages(check(bytes(receipt), new Quorum(List.of(ONE.key()), 1))))
                .contains(Damage.COSIGNATURE_NOT_VALID);
    }

    private static byte[] receipt(TestCosigner... witnesses) {
        var note = LOG.signed(1);
        for (var witness : witnesses) {
            note = note.with(witness.cosign(LOG.checkpoint(1)).signature());
        }
        return bytes(TlogProof.of(new InclusionProof(0, 1, List.of()), note).encode());
    }

    private static ReceiptVerdict check(byte[] receipt, Quorum quorum) {
        return new ReceiptCheck(List.of(LOG.key()), quorum).entry(receipt, LEAF);
    }

    private static List<Damage> damages(ReceiptVerdict verdict) {
        assertThat(verdict.isVerified()).isFalse();
        return verdict.findings().stream().map(Finding::damage).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
