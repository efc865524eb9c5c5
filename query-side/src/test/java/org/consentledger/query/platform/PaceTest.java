package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicInteger told = new AtomicInteger();
    private final Queue<Runnable> alarms = new ArrayDeque<>();
    private long now = 1;
    private final Runnable reader = told::incrementAndGet;
    private final Pace pace = new Pace(() -> now, (_, wake) -> alarms.add(wake));

    @BeforeEach
    void begin() {
        pace.begin(reader);
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }

    private void handsOutAllThatThereIs() {
        assertThat(pace.rests()).isFalse();
        pace.handed();
        pace.drained();
    }

    @Test
    @DisplayName("一つだけ来た事象は、直ちに渡す")
    void handsOutAtOnceWhatComesAlone() {
        pace.news();
        assertThat(told).hasValue(1);
        handsOutAllThatThereIs();

        passes(Pace.REST);
        pace.news();

        assertThat(told).hasValue(2);
        assertThat(pace.rests()).isFalse();
        assertThat(alarms).isEmpty();
    }

    @Test
    @DisplayName("続けて来る事象は、休みの終わりに一度だけ知らせる")
    void tellsOnceAtTheEndOfTheRestWhatComesMeanwhile() {
        handsOutAllThatThereIs();
        pace.news();
        pace.news();
        assertThat(pace.rests()).isTrue();
        assertThat(told).hasValue(0);
        assertThat(alarms).hasSize(1);

        passes(Pace.REST);
        alarms.remove().run();

        assertThat(told).hasValue(1);
        assertThat(pace.rests()).isFalse();
    }

    @Test
    @DisplayName("休みの始まりと行き違った事象も、休みの終わりに知らせる")
    void tellsWhoAskedDuringTheRest() {
        handsOutAllThatThereIs();
        assertThat(pace.rests()).isTrue();

        passes(Pace.REST);
        alarms.remove().run();

        assertThat(told).hasValue(1);
    }

    @Test
    @DisplayName("待つ人がいる間は休まない")
    void doesNotRestWhileSomebodyWaits() {
        handsOutAllThatThereIs();
        pace.awaited();
        assertThat(told).hasValue(1);
        handsOutAllThatThereIs();
        assertThat(pace.rests()).isFalse();

        handsOutAllThatThereIs();
        pace.awaitedNoMore();

        assertThat(pace.rests()).isTrue();
    }

    @Test
    @DisplayName("渡すものが無かったときや、読み直すときは休まない")
    void doesNotRestAfterNothing() {
        pace.drained();
        assertThat(pace.rests()).isFalse();

        handsOutAllThatThereIs();
        pace.begin(reader);

        assertThat(pace.rests()).isFalse();
    }

    @Test
    @DisplayName("読み終えた者には、もう知らせない")
    void tellsNobodyOnceReadingHasEnded() {
        handsOutAllThatThereIs();
        pace.end(() -> {});
        pace.awaited();
        assertThat(told).hasValue(1);

        pace.end(reader);
        pace.news();

        assertThat(told).hasValue(1);
    }
}
