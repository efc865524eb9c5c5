package org.consentledger.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.tsp.TimeStampRequest;
import org.consentledger.ledger.testing.TestAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A token's bytes, changed. Some of them no signature covers (RFC 5652 §5.1: how the algorithms are announced), so a
 * changed token may verify; but then it says the same, and the ledger's event, which has the digest of all its bytes,
 * tells it from the one recorded.
 */
class TokenMutationTest {
    private static final byte[] DATA = "checkpoint".getBytes(UTF_8);

    private static byte[] der;
    private static TimestampToken sane;

    @BeforeAll
    static void stamp() throws Exception {
        var query = TimestampQuery.about(DATA, null, new SecureRandom());
        sane = query.accept(TestAuthority.honestReply(new TimeStampRequest(query.encode())));
        der = sane.encode();
    }

    @Test
    @DisplayName("トークンの一ビットが変われば、検証に通らないか、述べることは変わらない")
    void neverSaysAnythingElseWithABitFlipped() {
        int accepted = 0;
        for (int bit = 0; bit < der.length * Byte.SIZE; bit++) {
            byte[] flipped = der.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            if (verifies(flipped)) {
                accepted++;
                var token = TimestampToken.parse(flipped);
                assertThat(token.genTime()).as("bit %s", bit).isEqualTo(sane.genTime());
                assertThat(token.certificate()).as("bit %s", bit).isEqualTo(sane.certificate());
            }
        }
        assertThat(accepted).isLessThan(der.length * Byte.SIZE / 20);
    }

    @Test
    void isRefusedTruncatedAnywhereAndWithAnythingBehindIt() {
        for (int length = 0; length < der.length; length++) {
            byte[] truncated = Arrays.copyOf(der, length);
            assertThatThrownBy(() -> TimestampToken.parse(truncated)).isInstanceOf(TimestampRejected.class);
        }
        assertThatThrownBy(() -> TimestampToken.parse(Arrays.copyOf(der, der.length + 1)))
                .isInstanceOf(TimestampRejected.class);
    }

    private static boolean verifies(byte[] token) {
        try {
            TimestampToken.parse(token).verify(DATA);
            return true;
        } catch (TimestampRejected _) {
            return false;
        }
    }
}
