package org.consentledger.command.platform;

import java.time.Instant;
import org.consentledger.ledger.personal.EpochSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When an epoch of the master key ends, and with it what backups of data keys are worth. */
@Component
public class EpochEnds {
    private final EpochSchedule schedule;

    EpochEnds(EpochSchedule schedule) {
        this.schedule = schedule;
    }

    /** When the epoch has ended at the latest in which that was recorded; {@code null} where this is not known yet. */
    public @Nullable Instant after(@Nullable Instant recordedAt) {
        return recordedAt == null ? null : schedule.endsBy(recordedAt);
    }
}
