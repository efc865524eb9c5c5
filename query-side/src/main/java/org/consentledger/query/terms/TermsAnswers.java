package org.consentledger.query.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
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

    record EditionItem(
            EditionNumber number,
            String label,
            EditionRow.Status status,
            LocalDate revisedOn,
            LocalDate effectiveOn,
            @Nullable Instant effectiveFrom,
            ContentDigest digest) {

        static EditionItem of(EditionRow row) {
            return new EditionItem(
                    row.number(),
                    row.content().label(),
                    row.status(),
                    row.content().revisedOn(),
                    row.content().effectiveOn(),
                    row.effectiveFrom(),
                    row.digest());
        }
    }

    record Purpose(
            PurposeId purposeId,
            String provision,
            String title,
            PurposeOfUse.Mode mode,
            List<String> dataItems,
            boolean thirdParties,
            @Nullable String keptAfterLeaving,
            boolean materialChange) {

        static Purpose of(PurposeOfUse purpose) {
            var kept = purpose.keptAfterLeaving();
            return new Purpose(
                    purpose.purposeId(),
                    purpose.provision(),
                    purpose.title(),
                    purpose.mode(),
                    purpose.dataItems(),
                    purpose.thirdParties(),
                    kept == null ? null : kept.toString(),
                    purpose.materialChange());
        }
    }

    record Notice(
            String eventId,
            Channel channel,
            Instant postedAt,
            @Nullable String url,
            @Nullable ContentDigest digest) {}

    record Withdrawal(String eventId, Instant recordedAt, String reason) {}

    record Edition(
            TermsId termsId,
            EditionNumber number,
            String label,
            EditionRow.Status status,
            LocalDate revisedOn,
            LocalDate effectiveOn,
            @Nullable Instant effectiveFrom,
            ContentDigest digest,
            Change change,
            List<Purpose> purposes,
            List<Notice> notices,
            @Nullable Withdrawal withdrawal,
            String text,
            long ledgerSize) {

        static Edition of(EditionRow row, List<Notice> notices, @Nullable Withdrawal withdrawal, long ledgerSize) {
            var content = row.content();
            return new Edition(
                    row.termsId(),
                    row.number(),
                    content.label(),
                    row.status(),
                    content.revisedOn(),
                    content.effectiveOn(),
                    row.effectiveFrom(),
                    row.digest(),
                    content.change(),
                    content.purposes().stream().map(Purpose::of).toList(),
                    notices,
                    withdrawal,
                    content.text(),
                    ledgerSize);
        }
    }

    record InForce(
            EditionNumber number,
            String label,
            @Nullable Instant effectiveFrom,
            ContentDigest digest,
            Instant at,
            String knownAt,
            long ledgerSize) {}
}
