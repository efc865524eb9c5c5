package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.consentledger.query.platform.Progress.Found;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Progress progress = new Progress(nanos::get);

    /** How often it was looked whether the projection has come to ten leaves, before the question was refused. */
    private int looks(String projection, long position) {
        var looks = new AtomicInteger();
        assertThatThrownBy(() -> progress.whenIncluded(projection, 10, () -> {
                    looks.incrementAndGet();
                    nanos.addAndGet(A_LOOK.toNanos());
                    return new Found<>(position, "rows");
                }))
                .isInstanceOfSatisfying(
                        QuestionRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(Code.PROJECTION_BEHIND));
        return looks.get();
    }

    private void passSeconds(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    @DisplayName("待つ間に射影が追いつけば、答える")
    void answersOnceTheProjectionHasComeSoFar() {
        var positions = new ArrayDeque<>(List.of(5L, 8L, 9L));
        var rows = progress.whenIncluded("p", 10, () -> new Found<>(positions.remove(), "rows"));
        assertThat(rows).isEqualTo("rows");
        assertThat(positions).isEmpty();
    }

    @Test
    @DisplayName("止まっている射影は待たず、直ちに断る。動けば、また待つ")
    void nobodyWaitsForAProjectionThatStandsStill() {
        progress.awaitedBy("p", new Pace(nanos::get, (_, _) -> {}));
        assertThat(looks("p", 5)).isEqualTo(2);
        passSeconds(11);
        assertThat(looks("p", 5)).isOne();
        assertThat(looks("p", 6)).isEqualTo(2);
    }

    @Test
    @DisplayName("台帳そのものは、長く何も加わっていなくても、待つ")
    void theLedgerIsWaitedForThoughNothingWasRecordedForLong() {
        assertThat(looks("ledger", 5)).isEqualTo(2);
        passSeconds(11);
        assertThat(looks("ledger", 5)).isEqualTo(2);
    }
}
