package org.consentledger.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.directory.WrittenLeaf.Part;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundLeafTest {
    private static final String OTHER_TYPE = "ledger.CheckpointTimestamped";
    private static final byte[] REPLACEMENTS =
            "\0\t\n\u001f !\"\\/,:0919abfgnuxFGZ{}~\u007f\u0080\u00c3\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private final SoundLeaf leaf = new SoundLeaf(OTHER_TYPE);
    private final Random random = new Random(20_261_127);

    @Test
    @DisplayName("台帳が書いた行は、そのまま認められる")
    void recognisesWhatTheLedgerWrites() {
        for (int i = 0; i < 2_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000))
                    .truncatedTo(i % 3 == 0 ? ChronoUnit.SECONDS : i % 3 == 1 ? ChronoUnit.MILLIS : ChronoUnit.MICROS);
            var written = encoded(i, time, plainText(random.nextInt(600)).getBytes(StandardCharsets.US_ASCII));

            assertThat(written.isSound()).isTrue();
            assertThat(written.isRecognisedBy(leaf)).isTrue();
            assertThat(leaf.recordedAt()).isEqualTo(time);
        }
    }

    private WrittenLeaf encoded(long position, Instant time, byte[] payload) {
        var id = new UUID(random.nextLong(), random.nextLong());
        byte[] metadata = "{\"recordedBy\":\"signup\"}".getBytes(StandardCharsets.US_ASCII);
        var event = new EventBytes(
                position, id, "Agreement", "agreement:" + id, position * 7, "a.Type", "1", payload, metadata, time);
        byte[] statement = new Statement(
                        event.aggregateId(),
                        id,
                        Hash.sha256(metadata),
                        "1",
                        Hash.sha256(payload),
                        "a.Type",
                        time,
                        new Salt(random.nextLong(), random.nextLong()),
                        event.seq(),
                        "Agreement")
                .canonical();
        var entry = LeafEntry.of(id, statement);
        return new WrittenLeaf(position, new EventLine(event, statement).encode(), entry.canonical(), entry.leafHash());
    }

    private String plainText(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i % 5 == 0 ? random.nextBoolean() ? '"' : '\\' : (char) random.nextInt(' ', 0x80));
        }
        return text.toString();
    }

    @Test
    void recognisesNoLineOfWhichBytesAreMissing() {
        var written = WrittenLeaf.of(WrittenLeaf.parts());
        byte[] line = written.line();

        for (int to = 0; to < line.length; to++) {
            assertThat(leaf.end(line, 0, to, written.position(), written.entry(), written.hash()))
                    .isEqualTo(SoundLeaf.NONE);
        }
    }

    @Test
    void recognisesALineBetweenOthers() {
        var written = WrittenLeaf.of(WrittenLeaf.parts());
        byte[] line = written.line();
        var three = new byte[3 * line.length];
        for (int i = 0; i < three.length; i++) {
            three[i] = line[i % line.length];
        }

        assertThat(leaf.end(three, line.length, three.length, written.position(), written.entry(), written.hash()))
                .isEqualTo(2 * line.length);
    }

    @Test
    @DisplayName("行・項目・ハッシュのどの一バイトが変わっても、認められない")
    void recognisesNothingOfWhichAByteWasChanged() {
        var written = WrittenLeaf.of(WrittenLeaf.parts());

        for (int i = 0; i < written.line().length; i++) {
            for (byte b : REPLACEMENTS) {
                refusesUnlessSame(written, written.withLine(replaced(written.line(), i, b)));
                refusesUnlessSame(written, written.withLine(inserted(written.line(), i, b)));
            }
            refusesUnlessSame(written, written.withLine(removed(written.line(), i)));
        }
        for (int i = 0; i < written.entry().length; i++) {
            for (byte b : REPLACEMENTS) {
                refusesUnlessSame(written, written.withEntry(replaced(written.entry(), i, b)));
            }
        }
        for (int i = 0; i < Hash.BYTES; i++) {
            byte[] hash = written.hash().bytes();
            hash[i] ^= 1;
            assertThat(written.withHash(Hash.of(hash)).isRecognisedBy(leaf)).isFalse();
        }
    }

    private void refusesUnlessSame(WrittenLeaf written, WrittenLeaf changed) {
        boolean isSame =
                Arrays.equals(written.line(), changed.line()) && Arrays.equals(written.entry(), changed.entry());
        assertThat(changed.isRecognisedBy(leaf)).as("%s", changed).isEqualTo(isSame);
    }

    /** So that it is not the hash alone that refuses them. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("ハッシュがすべて合っていても、読み手が拒む行は認められない")
    void recognisesNothingThatAReaderRefusesThoughAllHashesFit(Part part) {
        byte[] value = WrittenLeaf.value(WrittenLeaf.parts(), part).getBytes(StandardCharsets.ISO_8859_1);

        for (int i = 0; i < value.length; i++) {
            for (byte b : REPLACEMENTS) {
                agrees(part, replaced(value, i, b));
                agrees(part, inserted(value, i, b));
            }
            agrees(part, removed(value, i));
        }
        agrees(part, new byte[0]);
    }

    private void agrees(Part part, byte[] value) {
        var parts = WrittenLeaf.parts();
        parts.put(part, new String(value, StandardCharsets.ISO_8859_1));
        var written = WrittenLeaf.of(parts);
        if (written.isRecognisedBy(leaf)) {
            assertThat(written.isSound()).as("%s", written).isTrue();
        }
    }

    static Stream<String> times() {
        return Stream.of(
                "2026-02-29T03:00:00Z",
                "2026-04-31T03:00:00Z",
                "2026-13-01T03:00:00Z",
                "2026-00-01T03:00:00Z",
                "2026-04-01T24:00:00Z",
                "2026-04-01T03:60:00Z",
                "2026-04-01T03:00:60Z",
                "2026-04-01T03:00:00.Z",
                "2026-04-01T03:00:00.000Z",
                "2026-04-01T03:00:00.500000Z",
                "2026-04-01T03:00:00.5Z",
                "2026-04-01T03:00:00.50Z",
                "2026-04-01T03:00:00.1234567Z",
                "2026-04-01T03:00:00.123456000Z",
                "2026-04-01T03:00Z",
                "2026-04-01T03:00:00z",
                "2026-04-01T03:00:00+00:00",
                "-026-04-01T03:00:00Z",
                "+10000-04-01T03:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("times")
    void recognisesNoTimeThatAReaderRefuses(String time) {
        var parts = WrittenLeaf.parts();
        parts.put(Part.RECORDED_AT, time);
        String fraction = time.length() > 20 && time.charAt(19) == '.' ? time.substring(20, time.length() - 1) : "";
        parts.put(
                Part.STATED_AT,
                time.substring(0, Math.min(19, time.length())) + "." + (fraction + "000000").substring(0, 6) + "Z");
        var written = WrittenLeaf.of(parts);

        assertThat(written.isSound()).isFalse();
        assertThat(written.isRecognisedBy(leaf)).isFalse();
    }

    /** They are read, and nothing is amiss with them. */
    @ParameterizedTest
    @ValueSource(strings = {"約款", "a\nb", "\u0001", "é"})
    void leavesWhatIsRareToTheReader(String payload) {
        var written = encoded(7, Instant.EPOCH, payload.getBytes(StandardCharsets.UTF_8));

        assertThat(written.isSound()).isTrue();
        assertThat(written.isRecognisedBy(leaf)).isFalse();
    }

    @Test
    void leavesBytesThatAreNoTextAndLongLinesToTheReader() {
        for (byte[] payload : new byte[][] {
            {(byte) 0xff}, new byte[1 << 16], plainText(70_000).getBytes(StandardCharsets.US_ASCII)
        }) {
            var written = encoded(7, Instant.EPOCH, payload);

            assertThat(written.isSound()).isTrue();
            assertThat(written.isRecognisedBy(leaf)).isFalse();
        }
    }

    @Test
    void leavesTheTypeThatIsReadInAnotherWayToTheReader() {
        var parts = WrittenLeaf.parts();
        parts.put(Part.PAYLOAD_TYPE, OTHER_TYPE);
        var written = WrittenLeaf.of(parts);

        assertThat(written.isSound()).isTrue();
        assertThat(written.isRecognisedBy(leaf)).isFalse();
    }

    private static byte[] replaced(byte[] bytes, int at, byte by) {
        byte[] changed = bytes.clone();
        changed[at] = by;
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, byte one) {
        var changed = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, changed, 0, at);
        changed[at] = one;
        System.arraycopy(bytes, at, changed, at + 1, bytes.length - at);
        return changed;
    }

    private static byte[] removed(byte[] bytes, int at) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, changed, at, changed.length - at);
        return changed;
    }
}
