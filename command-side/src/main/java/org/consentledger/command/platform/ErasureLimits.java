package org.consentledger.command.platform;

import java.time.Instant;
import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.personal.ClearEvents;
import org.consentledger.ledger.personal.EpochSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When an erasure is final, and what it cannot reach. */
@Component
public class ErasureLimits {
    private final EpochSchedule schedule;
    private final ClearEvents clearEvents;

    ErasureLimits(EpochSchedule schedule, ClearEvents clearEvents) {
        this.schedule = schedule;
        this.clearEvents = clearEvents;
    }

    /**
     * When the epoch of the master key has ended at the latest in which that was recorded, and with it what backups of data
     * keys are worth; UTC, {@code null} where this is not known yet.
     */
    public @Nullable Instant finalBy(@Nullable Instant recordedAt) {
        return recordedAt == null ? null : schedule.endsBy(recordedAt);
    }

    /** Leaf indexes of the records of before there were data keys that name a person in the clear, for good. */
    public List<Long> inTheClear(CustomerId customerId) {
        return clearEvents.of(customerId);
    }
}
