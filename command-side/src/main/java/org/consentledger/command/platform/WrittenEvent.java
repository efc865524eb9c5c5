package org.consentledger.command.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the ledger says of it.
 *
 * @param position leaf index; {@code null} where the order of record is not known yet
 * @param recordedAt ledger time; {@code null} like the position
 * @param receipt tlog-proof text; {@code null} where receipts come later
 */
public record WrittenEvent(
        Object event,
        String eventId,
        @Nullable Long position,
        @Nullable Instant recordedAt,
        @Nullable String receipt) {}
