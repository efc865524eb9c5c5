package org.consentledger.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StatementTest {
    static final UUID EVENT = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    static final Instant RECORDED = Instant.parse("2026-04-01T03:00:00.5Z");
    static final Statement STATEMENT = statement("agreement-1", "agreement.EditionAccepted", RECORDED, 4);
    static final String TEXT = "{\"aggregateId\":\"agreement-1\",\"eventId\":\"0198c0de-0000-7000-8000-000000000001\","
            + "\"metaDataSha256\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\","
            + "\"payloadRevision\":\"1\","
            + "\"payloadSha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
            + "\"payloadType\":\"agreement.EditionAccepted\",\"recordedAt\":\"2026-04-01T03:00:00.500000Z\","
            + "\"salt\":\"0000000000000001fedcba9876543210\",\"seq\":4,\"type\":\"Agreement\",\"v\":1}";

    static Statement statement(String aggregateId, String payloadType, Instant recordedAt, long seq) {
        return new Statement(
                aggregateId,
                EVENT,
                Hash.sha256("x".getBytes(StandardCharsets.UTF_8)),
                "1",
                TreeHashing.EMPTY_ROOT,
                payloadType,
                recordedAt,
                new Salt(1, 0xfedcba9876543210L),
                seq,
                "Agreement");
    }

    @Test
    void isWrittenInItsOneForm() {
        assertThat(STATEMENT.canonical()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
        assertThat(Statement.parse(STATEMENT.canonical())).isEqualTo(STATEMENT);
    }

    /** The direct writer and the canonicalizer of others agree, whatever the strings hold. */
    @Test
    void writesWhatTheCanonicalizerWritesOfAnyUnicode() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += 512) {
            var text = new StringBuilder();
            for (int i = c; i < c + 512; i++) {
                if (i < Character.MIN_SURROGATE || i > Character.MAX_SURROGATE) {
                    text.appendCodePoint(i);
                }
            }
            assertSameAsCanonicalizer(statement(text.toString(), "t", RECORDED, c));
        }
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var recordedAt =
                    Instant.ofEpochSecond(random.nextLong(253_402_300_800L), 1_000L * random.nextInt(1_000_000));
            assertSameAsCanonicalizer(statement(text(random), text(random), recordedAt, random.nextLong(1L << 53)));
        }
    }

    private static void assertSameAsCanonicalizer(Statement statement) {
        var canonical = statement.canonical();
        assertThat(CanonicalJson.canonicalize(canonical)).isEqualTo(canonical);
        assertThat(Statement.parse(canonical)).isEqualTo(statement);
        // Read by another parser, the strings are what was put in: agreeing with itself would not be enough.
        var read = JsonMapper.shared().readTree(canonical);
        assertThat(read.get("aggregateId").stringValue()).isEqualTo(statement.aggregateId());
        assertThat(read.get("payloadType").stringValue()).isEqualTo(statement.payloadType());
        assertThat(Instant.parse(read.get("recordedAt").stringValue())).isEqualTo(statement.recordedAt());
        assertThat(read.get("seq").longValue()).isEqualTo(statement.seq());
        assertThat(read.size()).isEqualTo(11);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, Character.MAX_CODE_POINT + 1)
                .map(c -> random.nextInt(3) == 0 ? c % 128 : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static List<String> otherTexts() {
        return List.of(
                "",
                "{}",
                "[]",
                "null",
                TEXT + " ",
                TEXT + "{}",
                " " + TEXT,
                "\ufeff" + TEXT,
                TEXT.substring(0, TEXT.length() - 1),
                TEXT.replace(":4", ": 4"),
                TEXT.replace(":4,", ":04,"),
                TEXT.replace(":4,", ":-0,"),
                TEXT.replace(":4,", ":4.0,"),
                TEXT.replace(":4,", ":4e0,"),
                TEXT.replace(":4,", ":\"4\","),
                TEXT.replace(":4,", ":-4,"),
                TEXT.replace(":4,", ":9007199254740992,"),
                TEXT.replace(":4,", ":9223372036854775808,"),
                TEXT.replace("\"v\":1", "\"v\":2"),
                TEXT.replace(",\"v\":1", ""),
                TEXT.replace(",\"v\":1", ",\"v\":1,\"v\":1"),
                TEXT.replace(",\"v\":1", ",\"v\":1,\"w\":1"),
                TEXT.replace("\"seq\":4,", ""),
                TEXT.replace("\"seq\":4,", "\"seq\":4,\"seq\":4,"),
                TEXT.replace("\"seq\":4,\"type\":\"Agreement\"", "\"type\":\"Agreement\",\"seq\":4"),
                TEXT.replace("{\"agg", "{\"a\":1,\"agg"),
                TEXT.replace("\"Agreement\"", "null"),
                TEXT.replace("\"Agreement\"", "[\"Agreement\"]"),
                TEXT.replace("Agreement", "\\u0041greement"),
                TEXT.replace("Agreement", "Agree\\/ment"),
                TEXT.replace("Agreement", "\\ud800"),
                TEXT.replace(".500000Z", ".5Z"),
                TEXT.replace(".500000Z", ".5000000Z"),
                TEXT.replace(".500000Z", ".500000+00:00"),
                TEXT.replace("T03:", "T24:"),
                TEXT.replace("04-01", "04-31"),
                TEXT.replace("00.5", "60.5"),
                TEXT.replace("fedcba", "FEDCBA"),
                TEXT.replace("fedcba", "fedcb"),
                TEXT.replace("2d711642", "2D711642"),
                TEXT.replace("0198c0de-", "0198C0DE-"),
                TEXT.replace("0198c0de-0000", "198c0de-0"));
    }

    @ParameterizedTest
    @MethodSource("otherTexts")
    void isReadFromItsOneFormOnly(String text) {
        assertThat(text).isNotEqualTo(TEXT);
        assertThatThrownBy(() -> Statement.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StatementRejected.class);
    }

    /** A flipped bit is refused, or is another statement; never another text of the same one. */
    @Test
    void hasNoSecondTextAmongItsFlippedBits() {
        var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(Statement.parse(bytes)).isNotEqualTo(STATEMENT);
            } catch (StatementRejected _) {
                refused++;
            }
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(refused).isGreaterThan(4 * bytes.length);
    }

    @Test
    void refusesWhatItCouldNotKeep() {
        for (String half : List.of("\ud800", "\udc00", "a\ud800b", "\udc00\ud800")) {
            assertThatThrownBy(() -> statement(half, "t", RECORDED, 0)).isInstanceOf(StatementRejected.class);
        }
        for (long seq : new long[] {-1, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> statement("a", "t", RECORDED, seq)).isInstanceOf(StatementRejected.class);
        }
        for (Instant time : List.of(
                RECORDED.plusNanos(1),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("-0001-12-31T23:59:59Z"))) {
            assertThatThrownBy(() -> statement("a", "t", time, 0)).isInstanceOf(StatementRejected.class);
        }
    }

    @Test
    void isBoundToItsLeaf() {
        var leaf = LeafEntry.of(EVENT, STATEMENT.canonical());

        assertThat(leaf.canonical())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"eventId\":\"" + EVENT + "\",\"statementSha256\":\""
                        + Hash.sha256(STATEMENT.canonical()).hex() + "\",\"v\":1}");
        assertThat(LeafEntry.parse(leaf.canonical())).isEqualTo(leaf);
        assertThat(leaf.leafHash()).isEqualTo(TreeHashing.leaf(leaf.canonical()));
        assertThat(CanonicalJson.canonicalize(leaf.canonical())).isEqualTo(leaf.canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v\":2", "\"v\":1.0", "\"v\":1,\"w\":1", "\"v\":true", "\"v\": 1", ""})
    void refusesALeafThatIsNotInItsOneForm(String version) {
        var leaf = new String(LeafEntry.of(EVENT, new byte[0]).canonical(), StandardCharsets.UTF_8);
        var other = leaf.replace("\"v\":1", version);

        assertThatThrownBy(() -> LeafEntry.parse(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StatementRejected.class);
    }
}
