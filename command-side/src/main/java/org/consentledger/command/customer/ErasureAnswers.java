package org.consentledger.command.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.consentledger.command.platform.RecordAnswer;
import org.jspecify.annotations.Nullable;

/** What clients are told of an erasure; the contract, "Writing". */
final class ErasureAnswers {
    private ErasureAnswers() {}

    /**
     * An erasure that waits for approval, with its record.
     *
     * @param inTheClear leaf indexes of records of before there were data keys, which name persons in the clear for good
     */
    record ErasureAnswer(
            String erasureId,
            List<Long> inTheClear,
            @JsonUnwrapped RecordAnswer record) {}

    /**
     * An erasure that was done, with its record.
     *
     * @param finalBy when the last backup that could undo it is worth nothing at the latest, UTC
     * @param inTheClear leaf indexes of records of before there were data keys, which it could not reach
     */
    record ErasedAnswer(
            String erasureId,
            @Nullable Instant finalBy,
            List<Long> inTheClear,
            @JsonUnwrapped RecordAnswer record) {}
}
