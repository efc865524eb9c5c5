package org.consentledger.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.events.terms.Change;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.TreeHashing;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private static final int SIZE = 300;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given(@TempDir Path keys) {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(Facts.registered("t"), Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL));
        application.record(Facts.acceptedThroughYamada("t", "c-1", 1, "2020-01-01T00:00:00Z"));
        application.record(IntStream.range(4, SIZE)
                .mapToObj(i -> Facts.accepted("t", "c-" + i, 1, "2020-01-01T00:00:00Z"))
                .toArray());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static byte[] served(String path) {
        var answer = application.bytes("/ledger/" + path);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.body();
    }

    private static Checkpoint checkpoint() {
        var key = VerifierKey.parse(new String(served("key"), UTF_8).strip());
        return Checkpoint.open(SignedNote.parse(served("checkpoint")), List.of(key));
    }

    /** RFC 6962 §2.1, as it is written there. */
    private static Hash root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return TreeHashing.leaf(entries.getFirst());
        }
        int k = Integer.highestOneBit(n - 1);
        return TreeHashing.node(root(entries.subList(0, k)), root(entries.subList(k, n)));
    }

    private static List<byte[]> entries() {
        var entries = new ArrayList<>(EntryBundle.decode(served("tile/entries/000"), 256));
        entries.addAll(EntryBundle.decode(served("tile/entries/001.p/44"), 44));
        return entries;
    }

    @Test
    void servesTheEntriesThatMakeTheSignedRoot() {
        var checkpoint = checkpoint();
        assertThat(checkpoint.size()).isEqualTo(SIZE);
        assertThat(root(entries())).isEqualTo(checkpoint.root());
    }

    @Test
    void servesTheHashesOfTheEntries() {
        var hashes = entries().stream().map(TreeHashing::leaf).toList();
        assertThat(HashTile.decode(served("tile/0/000"), 256)).isEqualTo(hashes.subList(0, 256));
        assertThat(HashTile.decode(served("tile/0/001.p/44"), 44)).isEqualTo(hashes.subList(256, SIZE));
        assertThat(HashTile.decode(served("tile/1/000.p/1"), 1))
                .containsExactly(root(entries().subList(0, 256)));
    }

    @Test
    void keepsServingPartialTilesOfSmallerTrees() {
        assertThat(served("tile/0/000.p/7")).isEqualTo(Arrays.copyOf(served("tile/0/000"), 7 * 32));
        assertThat(EntryBundle.decode(served("tile/entries/000.p/7"), 7)).hasSize(7);
    }

    @Test
    void givesEveryEventAReceiptThatChecksAgainstTheKey() {
        var entries = entries();
        var key = VerifierKey.parse(new String(served("key"), UTF_8).strip());
        var events = application.ledger();
        for (int i : new int[] {0, 1, 255, 256, SIZE - 1}) {
            var receipt = TlogProof.parse(served("receipts/" + events.get(i).getIdentifier()));
            var signed = Checkpoint.open(receipt.checkpoint(), List.of(key));
            assertThat(receipt.index()).isEqualTo(i);
            new InclusionProof(receipt.index(), signed.size(), receipt.path())
                    .verify(TreeHashing.leaf(entries.get(i)), signed.root());
            assertThat(new String(entries.get(i), UTF_8))
                    .contains(events.get(i).getIdentifier())
                    .doesNotContain("山田");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            checkpoint         | text/plain;charset=UTF-8 | no-cache
            key                | text/plain;charset=UTF-8 | no-cache
            tile/0/000         | application/octet-stream | max-age=31536000, public, immutable
            tile/entries/000   | application/octet-stream | max-age=31536000, public, immutable
            """)
    void saysWhatItIsAndForHowLong(String path, String type, String caching) {
        var headers = application.bytes("/ledger/" + path).headers();
        assertThat(headers.firstValue("Content-Type")).contains(type);
        assertThat(headers.firstValue("Cache-Control")).contains(caching);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/001", "tile/0/001.p/45", "tile/0/002.p/1", "tile/1/000.p/2", "tile/entries/001"})
    void hasNoTileBeyondTheSignedTree(String path) {
        var answer = application.get("/ledger/" + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("TILE_UNKNOWN");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/00/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/64/000",
                "tile/0/x000/000",
                "tile/",
                "tile/entries/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/%30%30%30"
            })
    void refusesEveryOtherSpellingOfATile(String path) {
        var answer = application.get("/ledger/" + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("MALFORMED");
    }

    @Test
    void knowsNoReceiptOfAnEventThatIsNotThere() {
        assertThat(application
                        .get("/ledger/receipts/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(application.get("/ledger/receipts/x").statusCode()).isEqualTo(400);
    }

    @Test
    void saysThatNothingIsSignedYet() {
        try (var unsigned = AskedApplication.start()) {
            unsigned.record(Facts.registered("t"));
            var id = unsigned.ledger().getFirst().getIdentifier();
            for (var path : List.of("checkpoint", "key", "receipts/" + id)) {
                var answer = unsigned.get("/ledger/" + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(json(answer).get("code").stringValue()).isEqualTo("NOT_YET_SIGNED");
            }
        }
    }
}
