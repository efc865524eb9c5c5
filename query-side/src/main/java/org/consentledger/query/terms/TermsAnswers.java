package org.consentledger.query.terms;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Policies;
import org.jspecify.annotations.Nullable;

/** Terms and editions as clients see them; the contract, "Asking". All times UTC; days in the terms' zone. */
final class TermsAnswers {
    private TermsAnswers() {}

    record Document(
            TermsId termsId,
            String title,
            String provider,
            String timeZone,
            String language,
            Policies policies,
            Instant recordedAt,
            long ledgerSize) {}

    /** @param state where it stood in its life at the time that was asked about */
    record EditionItem(
            EditionNumber number,
            String label,
            EditionRow.Status status,
            EditionState state,
            LocalDate revisedOn,
            LocalDate effectiveOn,
            @Nullable Instant effectiveFrom,
            ContentDigest digest) {

        static EditionItem of(EditionRow row, EditionState state) {
            return new EditionItem(
                    row.number(),
                    row.content().label(),
                    row.status(),
                    state,
                    row.content().revisedOn(),
                    row.content().effectiveOn(),
                    row.effectiveFrom(),
                    row.digest());
        }
    }

    record Notice(
            String eventId,
            Channel channel,
            Instant postedAt,
            @Nullable Instant until,
            @Nullable String url,
            @Nullable ContentDigest digest) {}

    record Withdrawal(String eventId, Instant recordedAt, String reason) {}

    record InForce(
            EditionNumber number,
            String label,
            @Nullable Instant effectiveFrom,
            ContentDigest digest,
            Instant at,
            String knownAt,
            long ledgerSize) {}
}
