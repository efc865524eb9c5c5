package org.consentledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The proofs of transparency-dev/merkle, good and bad. */
class MerkleVectorsTest {
    static final Path FOLDER = Path.of("src/test/resources/vectors/merkle-testdata");
    static final String ITS_ROOTS_HAVE_12_BYTES = "sizes-are-equal-one-and-proof-is-empty.json";
    static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsAll196Vectors() throws IOException {
        assertThat(vectors("inclusion")).hasSize(98);
        assertThat(vectors("consistency")).hasSize(98);
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void judgesInclusionAsTheVectorSays(Path file) {
        var vector = JSON.readTree(file);
        judge(
                vector,
                () -> new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"), path(vector))
                        .verify(hash(vector.get("leafHash")), hash(vector.get("root"))));
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void judgesConsistencyAsTheVectorSaysButForTheOneWithRootsOf12Bytes(Path file) {
        var vector = JSON.readTree(file);
        if (file.endsWith(ITS_ROOTS_HAVE_12_BYTES)) {
            assertThatThrownBy(() -> hash(vector.get("root1"))).hasMessageContaining("not 12");
            return;
        }
        judge(
                vector,
                () -> new ConsistencyProof(number(vector, "size1"), number(vector, "size2"), path(vector))
                        .verify(hash(vector.get("root1")), hash(vector.get("root2"))));
    }

    private static void judge(JsonNode vector, ThrowingCallable check) {
        if (vector.get("wantErr").booleanValue()) {
            assertThatThrownBy(check).isInstanceOfAny(ProofRejected.class, IllegalArgumentException.class);
        } else {
            assertThatCode(check).doesNotThrowAnyException();
        }
    }

    /** Sizes are unsigned 64-bit numbers there; those beyond a long arrive negative. */
    private static long number(JsonNode vector, String name) {
        return vector.get(name).bigIntegerValue().longValue();
    }

    private static List<Hash> path(JsonNode vector) {
        return vector.get("proof").values().stream()
                .map(MerkleVectorsTest::hash)
                .toList();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.ofBase64(base64.stringValue());
    }

    static List<Path> inclusion() throws IOException {
        return vectors("inclusion");
    }

    static List<Path> consistency() throws IOException {
        return vectors("consistency");
    }

    private static List<Path> vectors(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
