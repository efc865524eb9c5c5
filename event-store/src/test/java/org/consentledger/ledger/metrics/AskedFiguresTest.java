package org.consentledger.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AskedFiguresTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    @Test
    @DisplayName("計測値は、尋ねるたびに、その時の値である")
    void areNeverOld() {
        try (var asked = new AskedFigures(LONG)) {
            var count = new AtomicInteger();
            var figure = asked.inTime(count::incrementAndGet);

            assertThat(figure.get()).isEqualTo(1);
            assertThat(figure.get()).isEqualTo(2);
            assertThat(asked.isAnswered(count::incrementAndGet)).isTrue();
        }
    }

    @Test
    @DisplayName("答えが来ない間、他の計測値は尋ねられもせず、数でない。来れば、また尋ねられる")
    void areNoNumbersWhileOneHasNotComeBack() {
        try (var asked = new AskedFigures(SHORT)) {
            var others = new AtomicInteger();
            Supplier<Number> other = others::incrementAndGet;

            assertThat(asked.inTime(this::comesBackLater).get()).isEqualTo(Double.NaN);
            assertThat(asked.inTime(other).get()).isEqualTo(Double.NaN);
            assertThat(asked.isAnswered(other)).isFalse();
            assertThat(others).hasValue(0);

            back.countDown();
            await().atMost(LONG).until(() -> asked.isAnswered(other));
        }
    }

    @Test
    @DisplayName("尋ねる者が二人いれば、後の者は、限りまで順番を待つ")
    void waitForTheirTurn() throws Exception {
        try (var asked = new AskedFigures(LONG);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = readers.submit(asked.inTime(this::comesBackLater)::get);
            gone.await();
            var second = readers.submit(asked.inTime(() -> 2)::get);
            back.countDown();

            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("失敗は、その計測値だけのものであり、その訳を示す")
    void failAlone() {
        try (var asked = new AskedFigures(LONG)) {
            Supplier<Number> failing = () -> {
                throw new IllegalArgumentException("refused");
            };

            assertThatThrownBy(() -> asked.inTime(failing).get()).hasRootCauseMessage("refused");
            assertThat(asked.isAnswered(failing)).isFalse();
            assertThat(asked.inTime(() -> 2).get()).isEqualTo(2);
        }
    }

    private Number comesBackLater() {
        gone.countDown();
        try {
            back.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }
}
