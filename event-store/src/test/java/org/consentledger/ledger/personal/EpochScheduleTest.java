package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochScheduleTest {
    private final EpochSchedule schedule = new EpochSchedule(LocalTime.of(18, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T17:59:59Z, 2026-11-25T18:00:00Z, 2026-11-26T19:00:00Z",
        "2026-11-26T18:00:00Z, 2026-11-26T18:00:00Z, 2026-11-27T19:00:00Z",
        "2026-11-26T23:00:00Z, 2026-11-26T18:00:00Z, 2026-11-27T19:00:00Z"
    })
    @DisplayName("鍵の時代は毎日同じ時刻に替わり、消去は遅くとも次の交替で確定する")
    void changesOnceADay(Instant at, Instant began, Instant over) {
        assertThat(schedule.lastUntil(at)).isEqualTo(began);
        assertThat(schedule.endsBy(at)).isEqualTo(over);
    }
}
