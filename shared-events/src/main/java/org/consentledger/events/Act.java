package org.consentledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a person did or said, as it was told to us. Its event id is the id of the record it makes. */
public interface Act {
    /** When the person acted, not when the ledger learned it; UTC, microseconds. */
    Instant expressedAt();

    Channel channel();

    Actor actor();

    @Nullable
    Evidence evidence();

    /** Where a record of the past was taken from; {@code null} where the act was told to us as it happened. */
    @Nullable
    Source source();
}
