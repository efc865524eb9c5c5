package org.consentledger.ledger.stamping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StampingScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HikariDataSource database = TestPostgres.ledgerDatabase();
    private Instant now = InstantSource.system().instant();
    private TestAuthority authority;
    private TestLedger ledger;
    private StampingSchedule schedule;

    @TempDir
    private Path keys;

    @BeforeEach
    void start() throws Exception {
        authority = TestAuthority.start();
        ledger = TestLedger.signing(database, keys);
        schedule = new StampingSchedule(ledger.stamper(authority.settings()), ledger.timestamps, HOUR, () -> now);
    }

    @AfterEach
    void stop() {
        schedule.close();
        ledger.close();
        authority.close();
        database.close();
    }

    @Test
    @DisplayName("台帳が伸びている間、一時間ごとにタイムスタンプを取る")
    void stampsOnceAnHourWhileTheLedgerGrows() {
        ledger.append(event("a", 0));
        schedule.tick();
        var first = ledger.timestamps.newest().orElseThrow();

        ledger.append(event("a", 1));
        now = first.recordedAt().plus(HOUR).minusMillis(1);
        assertThat(schedule.tick()).isEqualTo(Duration.ofMillis(1));
        assertThat(authority.asked()).isEqualTo(1);

        now = first.recordedAt().plus(HOUR);
        schedule.tick();
        assertThat(authority.asked()).isEqualTo(2);
    }

    @Test
    void looksAgainSoonWhereTheHourIsOverAndNothingHasGrown() {
        ledger.append(event("a", 0));
        schedule.tick();
        now = now.plus(Duration.ofDays(1));

        assertThat(schedule.tick()).isEqualTo(MINUTE);
        assertThat(authority.asked()).isEqualTo(1);

        ledger.append(event("a", 1));
        schedule.tick();
        assertThat(authority.asked()).isEqualTo(2);
    }

    @Test
    @DisplayName("失敗が続くときは、間隔を広げながら、一時間までの間隔で試みる")
    void triesAgainLessAndLessOften() {
        ledger.append(event("a", 0));
        authority.behave(Manner.HTTP_500);

        assertThat(Stream.generate(schedule::tick).limit(8).map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);

        authority.behave(Manner.HONEST);
        assertThat(schedule.tick()).isEqualTo(MINUTE);
        assertThat(ledger.timestamps.newest()).isPresent();
    }
}
