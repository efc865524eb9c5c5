package org.consentledger.query.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.consentledger.query.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/**
 * A record as clients see it.
 *
 * @param receipt tlog-proof text; {@code null} where no signed checkpoint covers the event yet
 */
record RecordAnswer(
        @JsonUnwrapped RecordedFact fact, @Nullable String receipt) {}
