package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STRETCH = Duration.ofSeconds(20);

    private final WarmUp warmUp = new WarmUp("the product", Duration.ofSeconds(100), BEGIN);
    private Instant now = BEGIN;

    @Test
    void isOverWhenAStretchCostsHardlyLessThanTheOneBefore() {
        work(7_000);
        assertThat(warmUp.isOver()).isFalse();
        work(5_000);
        assertThat(warmUp.isOver()).isFalse();
        work(4_800);

        assertThat(warmUp.isOver()).isTrue();
        assertThat(WarmUp.notWarm(List.of(warmUp))).isEmpty();
        assertThat(warmUp.last().applicationCpuMicros()).isEqualTo(4_800);
    }

    @Test
    void isOverWhenTheTimeIsUpAndSaysThatItWasNotEnough() {
        for (int cpu = 8_000; !warmUp.isOver(); cpu = cpu * 9 / 10) {
            work(cpu);
        }

        assertThat(now).isEqualTo(BEGIN.plusSeconds(100));
        assertThat(WarmUp.notWarm(List.of(warmUp))).contains("the product: not warm", "-10 %");
    }

    @Test
    void looksTwiceAtLeastHoweverShortItIs() {
        assertThat(warmUp.stretch()).isEqualTo(STRETCH);
        assertThat(new WarmUp("the product", Duration.ofSeconds(30), BEGIN).stretch())
                .isEqualTo(Duration.ofSeconds(15));
    }

    private void work(double cpuMicros) {
        now = now.plus(STRETCH);
        warmUp.add(new Stretch(100, 1_000, 2_000, cpuMicros, 500, 0), now);
    }
}
