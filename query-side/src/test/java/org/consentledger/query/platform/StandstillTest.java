package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Standstill standstill = new Standstill(nanos::get);

    private boolean afterSeconds(int seconds, long position, long size) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        return standstill.is("p", position, size);
    }

    @Test
    @DisplayName("台帳が先へ進んでいるのに、十秒より長く同じ位置にあれば、止まっている")
    void isToBeAtTheSamePlaceForLongWithTheLedgerAhead() {
        assertThat(afterSeconds(0, 4, 6)).isFalse();
        assertThat(afterSeconds(10, 4, 6)).isFalse();
        assertThat(standstill.is("other", 4, 6)).isFalse();
        assertThat(afterSeconds(1, 4, 7)).isTrue();
        assertThat(afterSeconds(1, 5, 7)).isFalse();
    }

    @Test
    @DisplayName("動き続けていれば、遅れていても止まってはいない。追い付けば、待った時間は忘れられる")
    void isNotToBeSlow() {
        assertThat(afterSeconds(0, 1, 100)).isFalse();
        assertThat(afterSeconds(11, 2, 100)).isFalse();
        assertThat(afterSeconds(11, 99, 100)).isFalse();
        assertThat(afterSeconds(11, 99, 101)).isFalse();
        assertThat(afterSeconds(11, 99, 101)).isTrue();
    }
}
