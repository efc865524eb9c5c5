package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CallLimitsTest {
    private static final int A_MINUTE = 6;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CallLimits limits = new CallLimits(() -> now);

    @Test
    @DisplayName("上限までは続けて受け付け、その先は一件分が戻るまで待たせる")
    void takesSoManyAtOnceAndThenOneByOne() {
        assertThat(taken("a", 10)).isEqualTo(A_MINUTE);
        assertThat(limits.take("a", A_MINUTE)).hasValue(Duration.ofSeconds(10));

        now = now.plusSeconds(9);
        assertThat(limits.take("a", A_MINUTE)).hasValue(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(taken("a", 10)).isEqualTo(1);
        now = now.plus(Duration.ofHours(1));
        assertThat(taken("a", 10)).isEqualTo(A_MINUTE);
    }

    @Test
    @DisplayName("一人の上限は、ほかの者に響かない")
    void keepsCallersApart() {
        assertThat(taken("a", 10)).isEqualTo(A_MINUTE);
        assertThat(taken("b", 10)).isEqualTo(A_MINUTE);
    }

    @Test
    void looksWithoutTaking() {
        assertThat(IntStream.range(0, 10).filter(_ -> limits.look("a", A_MINUTE).isEmpty()))
                .hasSize(10);
        assertThat(taken("a", 10)).isEqualTo(A_MINUTE);
        assertThat(limits.look("a", A_MINUTE)).isPresent();
    }

    @Test
    void survivesAClockThatGoesBack() {
        assertThat(taken("a", 10)).isEqualTo(A_MINUTE);
        now = now.minusSeconds(3_600);
        assertThat(taken("a", 10)).isZero();
    }

    @ParameterizedTest
    @DisplayName("IPv6 はネットワーク(/64)を一つの相手とみなす")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::ffff, 20010db800010002",
        "somewhere, somewhere"
    })
    void tellsNetworksApart(String address, String caller) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(RemoteAddress.of(request)).isEqualTo(caller);
    }

    private long taken(String caller, int calls) {
        return IntStream.range(0, calls)
                .filter(_ -> limits.take(caller, A_MINUTE).isEmpty())
                .count();
    }
}
