package org.consentledger.query.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer.Binding;
import org.consentledger.answer.StandingAnswer.Due;
import org.consentledger.answer.StandingAnswer.Edition;
import org.consentledger.answer.StandingAnswer.Purpose;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.Page;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The standing on a civil day, as clients see it; the contract, "Asking". All times UTC.
 *
 * @param on a day in the terms' zone
 * @param next the cursor of the parts that follow; {@code null} at the end of the day
 */
record DayAnswer(
        CustomerId customerId,
        TermsId termsId,
        LocalDate on,
        String timeZone,
        String knownAt,
        List<Part> parts,
        @Nullable String next,
        long ledgerSize) {

    static DayAnswer of(
            CustomerId customer,
            TermsId terms,
            LocalDate on,
            KnownLeaves known,
            Page<PartsOfDay.Part> parts,
            Because.InZone words) {
        return new DayAnswer(
                customer,
                terms,
                on,
                words.zone().getId(),
                known.knownAt(),
                parts.items().stream().map(part -> Part.of(part, words)).toList(),
                parts.next(),
                parts.ledgerSize());
    }

    /** The standing from one instant until just before another. */
    record Part(
            Instant from,
            Instant until,
            @Nullable Edition edition,
            Binding binding,
            List<Purpose> purposes,
            List<Due> due,
            List<Because.Told> because,
            List<Standing.Fact> restsOn) {

        static Part of(PartsOfDay.Part part, Because.InZone words) {
            var standing = part.standing();
            return new Part(
                    part.from(),
                    part.until(),
                    Edition.of(standing.edition()),
                    Binding.of(standing),
                    Purpose.of(standing),
                    standing.due().stream().map(Due::of).toList(),
                    words.tell(standing.because()),
                    standing.restsOn());
        }
    }
}
