package org.consentledger.command.imports;

import java.util.UUID;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.WrittenEvent;
import org.jspecify.annotations.Nullable;

/** What became of a row. */
sealed interface Outcome {
    /**
     * It is recorded, or, in a preview, would be.
     *
     * @param eventId {@code null} in a preview
     * @param position leaf index; {@link #NOWHERE} where it is not known yet, and in a preview
     * @param digestTaken whether the digest is the edition's own, since the row had none
     */
    record Recorded(@Nullable UUID eventId, long position, boolean digestTaken) implements Outcome {
        static final long NOWHERE = -1;

        static Recorded of(WrittenEvent event, boolean digestTaken) {
            long position = event.position() == null ? NOWHERE : event.position();
            return new Recorded(UUID.fromString(event.eventId()), position, digestTaken);
        }
    }

    /** The ledger holds the same record, by the reference of its source. */
    record AlreadyRecorded() implements Outcome {}

    record Rejected(CommandRejected reason) implements Outcome {}
}
