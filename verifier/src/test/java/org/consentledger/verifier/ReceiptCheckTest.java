package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.SoundLedger;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptCheckTest {
    private static final int POSITION = 321;

    @TempDir
    private static Path keys;

    private static VerifierKey key;
    private static byte[] receipt;
    private static byte[] entry;
    private static byte[] statement;
    private static EventBytes event;

    @BeforeAll
    static void takeAReceipt() throws IOException {
        try (var database = TestPostgres.pool(SoundLedger.create(keys));
                var ledger = new TestLedger(database);
                var scan = LedgerScan.begin(database)) {
            var leaf = scan.leaves(POSITION, 1).getFirst();
            key = new KeyDirectory(keys).verifierKey().orElseThrow();
            receipt = bytes(ledger.log.receipt(leaf.eventId()).orElseThrow());
            entry = leaf.entry().canonical();
            statement = leaf.statement();
            event = scan.events(POSITION, 1).getFirst();
        }
    }

    @Test
    @DisplayName("受領証は、記録・言明・出来事のいずれとも照合できる")
    void verifiesAgainstEntryStatementAndEvent() {
        assertThat(check().entry(receipt, entry).isVerified()).isTrue();
        assertThat(check().statement(receipt, statement).isVerified()).isTrue();
        var verdict = check().event(receipt, line(event));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.position()).isEqualTo(POSITION);
        assertThat(verdict.checkpoint().orElseThrow().size()).isEqualTo(SoundLedger.SIZE);
    }

    @Test
    void remarksThatNothingVouchesForWhatAReceiptCarriesBesides() {
        var text = new String(receipt, StandardCharsets.UTF_8);

        var verdict = check().entry(bytes(text.replaceFirst("\nindex ", "\nextra dGV4dA==\nindex ")), entry);

        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.remarks()).singleElement().asString().contains("nothing vouches for");
        assertThat(check().entry(receipt, entry).remarks()).isEmpty();
    }

    @Test
    @DisplayName("内容が一バイトでも違う出来事は、受領証に合わない")
    void refusesAnEventWhosePayloadWasChanged() {
        byte[] payload = event.payload().clone();
        payload[4] ^= 1;

        assertThat(damages(check().event(receipt, line(with(event.position(), payload)))))
                .containsExactly(Damage.PAYLOAD_CHANGED);
    }

    @Test
    void refusesAnEventOfAnotherPosition() {
        assertThat(damages(check().event(receipt, line(with(322, event.payload())))))
                .containsExactly(Damage.OTHER_EVENT);
    }

    @Test
    void refusesAnotherStatement() {
        var other = statement.clone();
        int salt = new String(other, StandardCharsets.UTF_8).indexOf("\"salt\":\"") + 8;
        other[salt] = (byte) (other[salt] == '0' ? '1' : '0');

        assertThat(damages(check().statement(receipt, other))).containsExactly(Damage.RECEIPT_CONTRADICTED);
    }

    @Test
    void refusesWhatIsNoStatementNoEntryAndNoReceipt() {
        assertThat(damages(check().statement(receipt, entry))).containsExactly(Damage.STATEMENT_REWRITTEN);
        assertThat(damages(check().entry(receipt, statement))).containsExactly(Damage.STATEMENT_REWRITTEN);
        assertThat(damages(check().event(receipt, statement))).containsExactly(Damage.FILE_MALFORMED);
        assertThat(damages(check().event(bytes("no receipt"), line(event))))
                .containsExactly(Damage.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void refusesAnotherLedgersKey(@TempDir Path other) throws IOException {
        var foreign = new KeyDirectory(other).key(key.name()).verifierKey();

        var verdict = new ReceiptCheck(List.of(foreign), Quorum.NONE).entry(receipt, entry);

        assertThat(damages(verdict)).containsExactly(Damage.CHECKPOINT_NOT_SIGNED);
        assertThat(verdict.checkpoint()).isEmpty();
    }

    @Test
    void refusesEveryChangedBitOfTheReceipt() {
        for (int i = 0; i < receipt.length; i++) {
            byte[] flipped = receipt.clone();
            flipped[i] ^= (byte) (1 << i % 8);

            assertThat(check().entry(flipped, entry).isVerified())
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    private static ReceiptCheck check() {
        return new ReceiptCheck(List.of(key), Quorum.NONE);
    }

    private static List<Damage> damages(ReceiptVerdict verdict) {
        assertThat(verdict.isVerified()).isFalse();
        return verdict.findings().stream().map(Finding::damage).toList();
    }

    private static byte[] line(EventBytes event) {
        return new EventLine(event, statement).encode();
    }

    private static EventBytes with(long position, byte[] payload) {
        return new EventBytes(
                position,
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.seq(),
                event.payloadType(),
                event.payloadRevision(),
                payload,
                event.metadata(),
                event.recordedAt());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
