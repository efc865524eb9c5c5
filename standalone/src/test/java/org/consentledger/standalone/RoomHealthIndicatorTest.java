package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class RoomHealthIndicatorTest {
    @TempDir
    private Path directory;

    @Test
    @DisplayName("データの領域が満ちている間だけ、要求を受けない")
    void isOutOfServiceWhileThereIsNoRoom() {
        var usable = new AtomicLong(16L << 20);
        var room = new RoomHealthIndicator(usable::get);

        assertThat(room.health().getStatus()).isEqualTo(Status.UP);
        usable.decrementAndGet();
        assertThat(room.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        usable.set(Long.MAX_VALUE);
        assertThat(room.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    @DisplayName("どこにあるかは、誰にも告げない")
    void doesNotTellWhereTheDirectoryIs() {
        var health = RoomHealthIndicator.of(directory).health();

        assertThat(health.getDetails().toString()).doesNotContain(directory.toString());
    }
}
