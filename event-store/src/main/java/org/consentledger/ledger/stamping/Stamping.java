package org.consentledger.ledger.stamping;

import org.consentledger.ledger.reading.RecordedTimestamp;
import org.jspecify.annotations.Nullable;

/** What an attempt to have the ledger time-stamped came to. */
public sealed interface Stamping {
    /** There is a new time stamp. */
    record Stamped(RecordedTimestamp stamp) implements Stamping {}

    /**
     * The ledger has not grown since, but by the event of its last time stamp.
     *
     * @param last {@code null} where nothing was ever signed, so that there is nothing to be stamped
     */
    record NotGrown(@Nullable RecordedTimestamp last) implements Stamping {}
}
