package org.consentledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.consentledger.query.facts.RecordedFact;
import org.consentledger.query.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of the history of a customer.
 *
 * @param explanation absent where none was asked for
 */
record HistoryAnswer(
        @JsonUnwrapped Page<RecordedFact> page,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explanation) {}
