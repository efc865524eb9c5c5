package org.consentledger.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.tsp.TimeStampRequest;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimestampAuditTest {
    private static final long POSITION = 7;
    private static final SigningKey KEY =
            SigningKey.generate("example.com/log", SignatureType.ED25519, new SecureRandom());

    private static TimestampedCheckpoint sane;
    private static TimestampedCheckpoint later;
    private static byte[] payload;

    @BeforeAll
    static void stamp() {
        String note = note(5);
        sane = stamped(note);
        later = stamped(note);
        payload = payload(sane);
    }

    private static String note(long size) {
        return new Checkpoint(KEY.verifierKey().name(), size, Hash.sha256(new byte[] {(byte) size}))
                .sign(KEY)
                .encode();
    }

    private static TimestampedCheckpoint stamped(String note) {
        var query = TimestampQuery.about(note.getBytes(UTF_8), null, new SecureRandom());
        try {
            var reply = TestAuthority.honestReply(new TimeStampRequest(query.encode()));
            return new TimestampedCheckpoint(note, query.accept(reply).encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] payload(TimestampedCheckpoint stamp) {
        return EventMapper.create().writeValueAsBytes(stamp.verify(List.of(KEY.verifierKey()), null));
    }

    @Test
    void findsNothingInWhatWasRecorded() {
        var findings = audit(sane);

        assertThat(findings.kept()).isEmpty();
        assertThat(findings.remarks())
                .singleElement()
                .asString()
                .contains("1 time stamps", "about 5 leaves, by C=JP", "was not checked");
    }

    @Test
    @DisplayName("保存されたトークンは、どの一ビットが変わっても見つかる")
    void findsEveryFlippedBitOfATokenAndItsCheckpoint() {
        byte[] token = sane.token();
        for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
            finds(new TimestampedCheckpoint(sane.note(), flipped(token, bit)));
        }
        byte[] note = sane.note().getBytes(UTF_8);
        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            finds(new TimestampedCheckpoint(new String(flipped(note, bit), UTF_8), token));
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return flipped;
    }

    private static void finds(TimestampedCheckpoint changed) {
        assertThat(audit(changed).kept()).singleElement().satisfies(finding -> {
            assertThat(finding.damage()).isIn(Damage.TIMESTAMP_CHANGED, Damage.TIMESTAMP_REJECTED);
            assertThat(finding.position()).isEqualTo(POSITION);
        });
    }

    @Test
    @DisplayName("後から取ったトークンに差し替えることはできない")
    void findsAnHonestTokenThatWasMadeLater() {
        assertThat(damage(audit(later))).containsExactly(Damage.TIMESTAMP_CHANGED);
    }

    @Test
    void findsTheTokenOfAnotherCheckpoint() {
        var exchanged = new TimestampedCheckpoint(sane.note(), stamped(note(6)).token());

        assertThat(damage(audit(exchanged))).containsExactly(Damage.TIMESTAMP_REJECTED);
    }

    @Test
    void findsThatATokenIsGone() {
        assertThat(damage(audit(null))).containsExactly(Damage.TIMESTAMP_MISSING);
    }

    @Test
    void findsACheckpointThatHasTheEventItself() {
        var findings = new Findings();
        var beyond = stamped(note(POSITION + 1));
        audit(beyond, findings, null).event(event(0, payload(beyond)));

        assertThat(damage(findings)).containsExactly(Damage.TIMESTAMP_REJECTED);
    }

    @Test
    void findsAnEventOutOfTurn() {
        var findings = new Findings();
        audit(sane, findings, null).event(event(1, payload));

        assertThat(damage(findings)).containsExactly(Damage.TIMESTAMP_CHANGED);
    }

    @Test
    @DisplayName("信頼する認証局のものでないタイムスタンプは、指摘される")
    void findsAnAuthorityThatIsNotTrusted() throws Exception {
        var findings = new Findings();
        try (var another = TestAuthority.start()) {
            audit(sane, findings, another.trusted()).event(event(0, payload));
        }
        assertThat(damage(findings)).containsExactly(Damage.TIMESTAMP_REJECTED);
    }

    private static List<Damage> damage(Findings findings) {
        return findings.kept().stream().map(Finding::damage).toList();
    }

    private static Findings audit(@Nullable TimestampedCheckpoint kept) {
        var findings = new Findings();
        var audit = audit(kept, findings, null);
        audit.event(event(0, payload));
        audit.finish();
        return findings;
    }

    private static TimestampAudit audit(
            @Nullable TimestampedCheckpoint kept, Findings findings, @Nullable TrustedAuthority trusted) {
        return new TimestampAudit(
                number -> number == 0 ? Optional.ofNullable(kept) : Optional.empty(),
                List.of(KEY.verifierKey()),
                trusted,
                findings);
    }

    private static EventBytes event(long seq, byte[] payload) {
        return new EventBytes(
                POSITION,
                new UUID(0, 1),
                "Ledger",
                TimestampedCheckpoint.STREAM,
                seq,
                "ledger.CheckpointTimestamped",
                "1",
                payload,
                new byte[0],
                Instant.EPOCH);
    }
}
