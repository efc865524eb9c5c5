package org.consentledger.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;
import org.junit.jupiter.api.Test;

class BundleTest {
    static final List<byte[]> ENTRIES = List.of(bytes("one"), bytes(""), new byte[65_535]);

    @Test
    void putsALengthOfTwoBytesBeforeEachEntry() {
        assertThat(EntryBundle.encode(List.of(bytes("one"), bytes("")))).containsExactly(0, 3, 'o', 'n', 'e', 0, 0);
        assertThat(EntryBundle.decode(EntryBundle.encode(ENTRIES), 3)).containsExactlyElementsOf(ENTRIES);
    }

    @Test
    void refusesABundleCutOffAnywhereOrFollowedByAnything() {
        var bundle = EntryBundle.encode(List.of(bytes("one"), bytes("two"), bytes("")));
        for (int length = 0; length <= bundle.length + 1; length++) {
            var other = Arrays.copyOf(bundle, length);
            if (length == bundle.length) {
                continue;
            }
            assertThatThrownBy(() -> EntryBundle.decode(other, 3)).isInstanceOf(TileRejected.class);
        }
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 2)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 4)).isInstanceOf(TileRejected.class);
    }

    @Test
    void refusesWhatDoesNotFit() {
        for (List<byte[]> entries :
                List.of(List.<byte[]>of(), List.of(new byte[65_536]), Collections.nCopies(257, new byte[1]))) {
            assertThatThrownBy(() -> EntryBundle.encode(entries)).isInstanceOf(TileRejected.class);
        }
        assertThatThrownBy(() -> EntryBundle.decode(new byte[0], 0)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> HashTile.encode(List.of())).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> HashTile.decode(new byte[31], 1)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> HashTile.decode(new byte[33], 1)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> HashTile.decode(new byte[257 * 32], 257)).isInstanceOf(TileRejected.class);
    }

    @Test
    void putsHashesOneAfterTheOther() {
        var hashes = List.of(TreeHashing.EMPTY_ROOT, Hash.sha256(bytes("x")));

        assertThat(HashTile.encode(hashes)).hasSize(64);
        assertThat(HashTile.decode(HashTile.encode(hashes), 2)).isEqualTo(hashes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
